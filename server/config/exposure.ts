/** The variable that gives up the second wall for people who are not at this machine. */
export const WITHOUT_WALL = 'STREAMBOOK_SERVE_WITHOUT_SECOND_WALL';

/** What decides whether a server may be reached by others. */
export interface Exposure {
  /** Where it listens. */
  host: string;
  /** Whether kernels and Redis stand behind the wall of the operating system. */
  walled: boolean;
  /** Whether it was started for a room of people whom nobody knows. */
  workshop: boolean;
  /** One sentence without its end, that says how to get the wall. */
  remedy: string;
  env: Readonly<Record<string, string | undefined>>;
}

export type Verdict =
  { may: 'serve' } | { may: 'serve with a warning' | 'not serve'; text: string };

/**
 * Whether a server may listen there. At this machine alone, always. Beyond it, with the wall; without
 * it a workshop refuses unless the variable gives it up, and anything else is warned.
 * @throws Error when the variable is neither empty nor `yes`
 */
export function mayServe({ host, walled, workshop, remedy, env }: Exposure): Verdict {
  const given = env[WITHOUT_WALL] ?? '';
  if (given !== '' && given !== 'yes')
    throw new Error(`${WITHOUT_WALL} must be "yes" or empty, not "${given}".`);
  if (walled || isLoopback(host)) return { may: 'serve' };
  if (workshop && given !== 'yes')
    return {
      may: 'not serve',
      text: `A workshop needs a second wall around the code of strangers. ${remedy}, or set ${WITHOUT_WALL}=yes to rely on Deno’s permissions alone.`,
    };
  return {
    may: 'serve with a warning',
    text: `WARNING: others can reach this server at ${host}, and nothing but Deno’s permissions stands between their code and this machine. ${remedy}.`,
  };
}

/** True when only this machine reaches a server that listens there. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
