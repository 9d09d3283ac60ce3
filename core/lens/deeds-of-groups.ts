import type { SentCommand } from '../session/command.ts';
import { deed, type Deed } from './deed.ts';
import { afterIds, upper } from './deeds-of-entries.ts';
import { wholeId, wholeIds } from './entry-id.ts';

/** XGROUP CREATE | SETID | DESTROY | CREATECONSUMER | DELCONSUMER key group … */
export function deedsOfXgroup({ args }: SentCommand): Deed[] {
  const keys = args.slice(2, 3);
  const group = args[3] ?? null;
  const consumer = args[4] ?? null;
  const command = `XGROUP ${upper(args[1])}`;
  switch (command) {
    case 'XGROUP CREATE': {
      const makes = args.slice(5).some((word) => upper(word) === 'MKSTREAM');
      const made = makes ? [deed(command, ['stream-made'], keys, { option: 'MKSTREAM' })] : [];
      // A group that was destroyed and made again within a run looks as if it had moved.
      return [deed(command, ['group-made', 'group-moved'], keys, { group }), ...made];
    }
    case 'XGROUP SETID': {
      const id = wholeId(args[4] ?? '');
      const ids = id === null ? null : new Set([id]);
      return [deed(command, ['group-moved'], keys, { group, ids })];
    }
    case 'XGROUP DESTROY': {
      const inside = ['consumer-removed', 'dropped', 'acknowledged', 'ghost-gone'] as const;
      return [deed(command, ['group-destroyed', ...inside], keys, { group })];
    }
    case 'XGROUP CREATECONSUMER':
      return [deed(command, ['consumer-appeared'], keys, { group, consumer })];
    case 'XGROUP DELCONSUMER': {
      const kinds = ['consumer-removed', 'dropped', 'acknowledged', 'ghost-gone'] as const;
      return [deed(command, kinds, keys, { group, consumer })];
    }
    default:
      return [];
  }
}

/** Words of XREADGROUP before STREAMS, and how many arguments follow each. */
const READ_OPTIONS = new Map([
  ['GROUP', 2],
  ['COUNT', 1],
  ['BLOCK', 1],
  ['CLAIM', 1],
  ['MAXCOUNT', 1],
  ['MAXSIZE', 1],
]);

/** XREADGROUP GROUP group consumer [COUNT n] [BLOCK ms] [CLAIM ms] [NOACK] STREAMS key … id … */
export function deedsOfXreadgroup({ args, reply, isCut }: SentCommand): Deed[] {
  let group: string | null = null;
  let consumer: string | null = null;
  let noAck = false;
  let at = 1;
  for (; at < args.length; at++) {
    const word = upper(args[at]);
    if (word === 'STREAMS') break;
    if (word === 'GROUP') [group, consumer] = [args[at + 1] ?? null, args[at + 2] ?? null];
    if (word === 'NOACK') noAck = true;
    at += READ_OPTIONS.get(word) ?? 0;
  }
  const streams = args.slice(at + 1);
  // Of a cut command it is not known where the keys end and the ids begin.
  const half = isCut ? streams.length : Math.ceil(streams.length / 2);
  const place = { group, consumer };
  return streams.slice(0, half).flatMap((key, i): Deed[] => {
    const appears = deed('XREADGROUP', ['consumer-appeared'], [key], place);
    if (isNil(reply)) return [appears];
    const id = streams[half + i] ?? '>';
    if (id !== '>') {
      const again = deed('XREADGROUP', ['redelivered'], [key], { ...place, option: 'HISTORY' });
      return [appears, again];
    }
    const option = noAck ? 'NOACK' : null;
    const moves = deed('XREADGROUP', ['group-moved'], [key], { group, option });
    const kinds = ['delivered', 'claimed', 'redelivered'] as const;
    const gives = noAck ? [] : [deed('XREADGROUP', kinds, [key], place)];
    return [appears, moves, ...gives];
  });
}

/** XACK key group id … */
export function deedsOfXack({ args }: SentCommand): Deed[] {
  const place = { group: args[2] ?? null, ids: wholeIds(args.slice(3)) };
  return [deed('XACK', ['acknowledged', 'ghost-gone'], args.slice(1, 2), place)];
}

/** XNACK key group SILENT | FAIL | FATAL IDS n id … */
export function deedsOfXnack({ args }: SentCommand): Deed[] {
  const place = { group: args[2] ?? null, ids: afterIds(args, 3).ids };
  const kinds = ['acknowledged', 'claimed', 'redelivered', 'ghost-gone'] as const;
  return [deed('XNACK', kinds, args.slice(1, 2), place)];
}

/** XCLAIM key group consumer min-idle id … [IDLE ms] [TIME ms] [RETRYCOUNT n] [FORCE] [JUSTID] [LASTID id] */
export function deedsOfXclaim({ args, isCut }: SentCommand): Deed[] {
  const rest = args.slice(5);
  const end = rest.findIndex((word) => wholeId(word) === null);
  const ids = wholeIds(end < 0 ? rest : rest.slice(0, end));
  const options = end < 0 ? [] : rest.slice(end).map(upper);
  const keys = args.slice(1, 2);
  const group = args[2] ?? null;
  const last = wholeId(rest[options.indexOf('LASTID') + end + 1] ?? '');
  const deeds = claiming('XCLAIM', args, ids, claimOption(options));
  if (options.includes('FORCE') || isCut) {
    const place = { group, consumer: args[3] ?? null, ids, option: 'FORCE' };
    deeds.push(deed('XCLAIM', ['delivered'], keys, place));
  }
  if (options.includes('LASTID') && last !== null) {
    const moved = { group, ids: new Set([last]), option: 'LASTID' };
    deeds.push(deed('XCLAIM', ['group-moved'], keys, moved));
  }
  return deeds;
}

/** XAUTOCLAIM key group consumer min-idle start [COUNT n] [JUSTID] */
export function deedsOfXautoclaim({ args }: SentCommand): Deed[] {
  return claiming('XAUTOCLAIM', args, null, claimOption(args.slice(6).map(upper)));
}

/** The option that decides what becomes of the delivery count. */
function claimOption(options: string[]): string | null {
  return ['RETRYCOUNT', 'JUSTID'].find((option) => options.includes(option)) ?? null;
}

function claiming(
  command: string,
  args: readonly string[],
  ids: Deed['ids'],
  option: string | null,
): Deed[] {
  const keys = args.slice(1, 2);
  const group = args[2] ?? null;
  const consumer = args[3] ?? null;
  return [
    deed(command, ['claimed', 'redelivered'], keys, { group, consumer, ids, option }),
    deed(command, ['consumer-appeared'], keys, { group, consumer }),
    // Claiming drops the rows of entries that the stream does not hold, whoever owned them.
    deed(command, ['acknowledged', 'ghost-gone'], keys, { group, ids }),
  ];
}

/** True for the reply that there is nothing. */
export function isNil(reply: string | null): boolean {
  return reply === '(nil)';
}
