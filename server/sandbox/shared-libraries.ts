import { runCommand } from '../redis/binary/run-command.ts';
import type { Mount } from './confinement.ts';

const LDD_TIMEOUT_MS = 10_000;

/** Where confined programs find libraries; named in LD_LIBRARY_PATH. */
export const LIBRARIES = '/lib';

/** The libraries of a program, from what ldd prints; the loader stays at the path that the program names. */
export function parseLibraries(lddOutput: string): Mount[] {
  return lddOutput.split('\n').flatMap((line) => {
    const match = /^\s+(\S+)(?: => (\/.+))? \(0x[0-9a-f]+\)$/.exec(line);
    const [, name, found] = match ?? [];
    if (!name || (!found && !name.startsWith('/'))) return [];
    return [{ from: found ?? name, to: name.startsWith('/') ? name : `${LIBRARIES}/${name}` }];
  });
}

/** What ldd says of a program that is linked statically: that of glibc, and that of musl. */
const STATIC = /not a (valid )?dynamic/i;

/**
 * The libraries that a program loads at its start; none of one that is linked statically.
 * @throws Error when ldd cannot be run, or does not know
 */
export async function sharedLibraries(
  program: string,
  env: Record<string, string> = {},
): Promise<Mount[]> {
  try {
    return parseLibraries(await runCommand('ldd', [program], { env, timeout: LDD_TIMEOUT_MS }));
  } catch (error) {
    if (error instanceof Error && STATIC.test(error.message)) return [];
    throw error;
  }
}
