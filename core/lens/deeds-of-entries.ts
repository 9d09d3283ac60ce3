import type { SentCommand } from '../session/command.ts';
import { deed, type Deed, type ToldKind } from './deed.ts';
import { idsIn, wholeId, wholeIds } from './entry-id.ts';

/** What becomes of pending rows when entries are removed together with their references. */
const ROWS_GO: readonly ToldKind[] = ['acknowledged', 'ghost-gone'];

/** XADD key [NOMKSTREAM] [KEEPREF | DELREF | ACKED] [IDMPAUTO p | IDMP p i] [MAXLEN | MINID …] id … */
export function deedsOfXadd({ args, reply }: SentCommand): Deed[] {
  const keys = args.slice(1, 2);
  let trim: string | null = null;
  let makes = true;
  let removesRows = false;
  let at = 2;
  for (; at < args.length; at++) {
    const word = upper(args[at]);
    if (word === 'NOMKSTREAM') makes = false;
    else if (word === 'DELREF') removesRows = true;
    else if (word === 'KEEPREF' || word === 'ACKED') continue;
    else if (word === 'IDMPAUTO' || word === 'LIMIT') at += 1;
    else if (word === 'IDMP') at += 2;
    else if (word === 'MAXLEN' || word === 'MINID') {
      trim = word;
      at += isMark(args[at + 1]) ? 2 : 1;
    } else break;
  }
  const added = idOfXadd(args[at], reply);
  const ids = added === null ? null : new Set([added]);
  const deeds = [deed('XADD', ['entry-added'], keys, { ids })];
  if (makes) deeds.push(deed('XADD', ['stream-made'], keys));
  if (trim !== null) deeds.push(...trimming('XADD', keys, trim, removesRows));
  return deeds;
}

/** The reply tells the id; while it is awaited, or when it is told elsewhere, the argument may. */
function idOfXadd(argument: string | undefined, reply: string | null): string | null {
  const [told] = idsIn(reply ?? '');
  return told ?? (argument === undefined ? null : wholeId(argument));
}

/** XTRIM key MAXLEN | MINID [= | ~] threshold [LIMIT n] [KEEPREF | DELREF | ACKED] */
export function deedsOfXtrim({ args }: SentCommand): Deed[] {
  const removesRows = args.slice(3).some((word) => upper(word) === 'DELREF');
  return trimming('XTRIM', args.slice(1, 2), upper(args[2]), removesRows);
}

function trimming(command: string, keys: string[], option: string, removesRows: boolean): Deed[] {
  const deeds = [deed(command, ['entry-removed', 'ghost-made'], keys, { option })];
  return removesRows ? [...deeds, deed(command, ROWS_GO, keys, { option: 'DELREF' })] : deeds;
}

/** XDEL key id … */
export function deedsOfXdel({ args }: SentCommand): Deed[] {
  const ids = wholeIds(args.slice(2));
  return [deed('XDEL', ['entry-removed', 'ghost-made'], args.slice(1, 2), { ids })];
}

/** XDELEX key [KEEPREF | DELREF | ACKED] IDS n id … */
export function deedsOfXdelex({ args }: SentCommand): Deed[] {
  const keys = args.slice(1, 2);
  const { ids, option } = afterIds(args, 2);
  const deeds = [deed('XDELEX', ['entry-removed', 'ghost-made'], keys, { ids })];
  if (option === 'DELREF') deeds.push(deed('XDELEX', ROWS_GO, keys, { ids, option }));
  return deeds;
}

/** XACKDEL key group [KEEPREF | DELREF | ACKED] IDS n id … */
export function deedsOfXackdel({ args }: SentCommand): Deed[] {
  const keys = args.slice(1, 2);
  const { ids, option } = afterIds(args, 3);
  // With DELREF, the rows of all groups go; without, those of this one.
  const group = option === 'DELREF' ? null : (args[2] ?? null);
  return [
    deed('XACKDEL', ['entry-removed', 'ghost-made'], keys, { ids }),
    deed('XACKDEL', ROWS_GO, keys, { ids, group }),
  ];
}

/** What stands in `[option] IDS n id …`, from the argument at `start`. */
export function afterIds(
  args: readonly string[],
  start: number,
): { ids: ReadonlySet<string> | null; option: string | null } {
  const at = args.findIndex((word, i) => i >= start && upper(word) === 'IDS');
  if (at < 0) return { ids: null, option: null };
  const count = Number(args[at + 1]);
  const option = at > start ? upper(args[start]) : null;
  return { ids: wholeIds(args.slice(at + 2, at + 2 + count)), option };
}

function isMark(word: string | undefined): boolean {
  return word === '=' || word === '~';
}

export function upper(word: string | undefined): string {
  return (word ?? '').toUpperCase();
}
