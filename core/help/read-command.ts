/** A command that reads streams, taken apart. */
export interface ReadCommand {
  name: 'XREAD' | 'XREADGROUP';
  /** True when it waits for entries. */
  blocks: boolean;
  /** What it reads after, one for each stream. */
  ids: string[];
}

/** Reads the arguments of XREAD or XREADGROUP; null for other commands. */
export function readCommand(args: readonly string[]): ReadCommand | null {
  const name = args[0]?.toUpperCase();
  if (name !== 'XREAD' && name !== 'XREADGROUP') return null;
  const words = args.map((arg) => arg.toUpperCase());
  // Names of group and consumer may be anything.
  const start = name === 'XREADGROUP' ? 4 : 1;
  const streams = words.indexOf('STREAMS', start);
  if (streams < 0) return null;
  const rest = args.slice(streams + 1);
  const block = words.indexOf('BLOCK', start);
  return { name, blocks: block >= 0 && block < streams, ids: rest.slice(rest.length / 2) };
}
