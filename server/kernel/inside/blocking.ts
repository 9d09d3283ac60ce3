/** A command that may hold its connection until something happens. */
export interface BlockingCommand {
  command: string;
  keys: string[];
  /** ms; 0 = forever */
  timeout: number;
  /** For XREADGROUP; null for other commands. */
  group: string | null;
  consumer: string | null;
}

/** Commands of lists and sorted sets that block; their timeout (in seconds) stands last or first. */
const TIMEOUT_LAST = new Set(['BLPOP', 'BRPOP', 'BZPOPMIN', 'BZPOPMAX', 'BRPOPLPUSH', 'BLMOVE']);
const TIMEOUT_FIRST = new Set(['BLMPOP', 'BZMPOP']);

const nobody = { group: null, consumer: null };

/** What the arguments of a command wait for, or null when they do not block. */
export function blockingCommand(args: readonly unknown[]): BlockingCommand | null {
  const command = String(args[0]).toUpperCase();
  if (command === 'XREAD' || command === 'XREADGROUP')
    return blockingRead(command, args.map(String));
  if (TIMEOUT_LAST.has(command)) {
    const keys =
      command === 'BLMOVE' || command === 'BRPOPLPUSH' ? args.slice(1, 3) : args.slice(1, -1);
    return { ...nobody, command, keys: keys.map(String), timeout: Number(args.at(-1)) * 1000 };
  }
  if (TIMEOUT_FIRST.has(command)) {
    const keys = args.slice(3, 3 + Number(args[2]));
    return { ...nobody, command, keys: keys.map(String), timeout: Number(args[1]) * 1000 };
  }
  return null;
}

function blockingRead(command: string, args: string[]): BlockingCommand | null {
  const words = args.map((arg) => arg.toUpperCase());
  // Names of group and consumer may be anything, so the options are looked for behind them.
  const start = command === 'XREADGROUP' ? 4 : 1;
  const streams = words.indexOf('STREAMS', start);
  const block = words.indexOf('BLOCK', start);
  if (block < 0 || streams < 0 || block > streams) return null;
  const rest = args.slice(streams + 1);
  return {
    command,
    keys: rest.slice(0, rest.length / 2),
    timeout: Number(args[block + 1]),
    group: command === 'XREADGROUP' ? (args[2] ?? null) : null,
    consumer: command === 'XREADGROUP' ? (args[3] ?? null) : null,
  };
}
