import { documentedCommands } from './command-names.ts';

export interface CommandName {
  /** How many of the words name the command: 2 for `XGROUP CREATE`. */
  words: number;
  /** Its page in Redis's documentation; null for a command that we know no page of. */
  url: string | null;
}

/** Which words of a command are its name, and where it is documented. */
export function commandName(args: readonly string[]): CommandName {
  const pair = args.slice(0, 2).join(' ').toUpperCase();
  if (args.length > 1 && documentedCommands.has(pair)) return { words: 2, url: pageOf(pair) };
  const name = args[0]?.toUpperCase() ?? '';
  return { words: 1, url: documentedCommands.has(name) ? pageOf(name) : null };
}

function pageOf(name: string): string {
  return `https://redis.io/docs/latest/commands/${name.toLowerCase().replace(' ', '-')}/`;
}
