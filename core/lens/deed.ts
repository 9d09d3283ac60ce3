import type { ToldChange } from './change.ts';

export type ToldKind = ToldChange['kind'];

/** One thing that a command may have done to streams, as far as its arguments and its reply tell. */
export interface Deed {
  /** For the sentence, in upper case: XADD, XGROUP CREATE. */
  command: string;
  /** The option that made the difference, in upper case: MAXLEN, JUSTID; null when there is none. */
  option: string | null;
  kinds: readonly ToldKind[];
  /** null: every key. */
  keys: readonly string[] | null;
  /** null: any group. */
  group: string | null;
  /** Who has the row after it, or had it last; null: any consumer. */
  consumer: string | null;
  /** The entries it is about; null when the command does not tell. */
  ids: ReadonlySet<string> | null;
}

/** A deed that is about whatever its arguments do not name. */
export function deed(
  command: string,
  kinds: readonly ToldKind[],
  keys: readonly string[] | null,
  rest: Partial<Omit<Deed, 'command' | 'kinds' | 'keys'>> = {},
): Deed {
  return { command, kinds, keys, option: null, group: null, consumer: null, ids: null, ...rest };
}
