/**
 * An entry where its id is wanted: the id itself, or anything that has one, such as an `Entry`, a
 * `Message` or a row of the pending entries list.
 */
export type EntryRef = string | { readonly id: string };

/** The two halves of an entry id. */
export interface EntryIdParts {
  /** Unix time in ms, or whatever the producer chose. */
  readonly milliseconds: bigint;
  /** The number within that millisecond. */
  readonly sequence: bigint;
}

const MAX_HALF = 2n ** 64n - 1n;
const PATTERN = /^(\d+)(?:-(\d+))?$/;

/** The id of an entry, or the id that was given. */
export function idOf(ref: EntryRef): string {
  return typeof ref === 'string' ? ref : ref.id;
}

/**
 * Splits `<ms>-<seq>`; an id without a sequence has the sequence 0. Both halves are bigints: Redis
 * counts to 2^64, a JavaScript number only to 2^53. Throws a SyntaxError when it is no id.
 */
export function parseId(id: string): EntryIdParts {
  const match = PATTERN.exec(id);
  const milliseconds = BigInt(match?.[1] ?? -1);
  const sequence = BigInt(match?.[2] ?? 0);
  if (milliseconds < 0n || milliseconds > MAX_HALF || sequence > MAX_HALF) {
    throw new SyntaxError(`${JSON.stringify(id)} is not an entry id of the form <ms>-<seq>.`);
  }
  return { milliseconds, sequence };
}

/**
 * Orders two ids as Redis does, by number and not by text: `9-0` comes before `10-0`. Negative when
 * `a` is the smaller one, 0 when they are equal. Throws a SyntaxError for what is no id.
 */
export function compareIds(a: string, b: string): number {
  const left = parseId(a);
  const right = parseId(b);
  const difference = left.milliseconds - right.milliseconds || left.sequence - right.sequence;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
