import type { Entry } from '../entry/entry.ts';

/** Fetches at most `count` entries, from `start` on. */
export type FetchPage<T> = (start: string, count: number) => Promise<readonly T[]>;

const DONE = { value: undefined, done: true } as const;

/**
 * Walks through entries page by page, so that only one page is in memory. Written out rather than
 * as an async generator: for a hundred thousand entries, that is a third of the time.
 */
export class EntryPages<T extends Pick<Entry, 'id'>> implements AsyncIterableIterator<T> {
  readonly #fetch: FetchPage<T>;
  readonly #size: number;
  #start: string;
  #page: readonly T[] = [];
  #at = 0;
  #last = false;

  constructor(fetch: FetchPage<T>, start: string, size: number) {
    this.#fetch = fetch;
    this.#start = start;
    this.#size = size;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<T, undefined>> {
    const entry = this.#page[this.#at];
    if (entry === undefined) return this.#last ? Promise.resolve(DONE) : this.#turn();
    this.#at += 1;
    return Promise.resolve({ value: entry, done: false });
  }

  return(): Promise<IteratorResult<T, undefined>> {
    this.#last = true;
    this.#page = [];
    this.#at = 0;
    return Promise.resolve(DONE);
  }

  async #turn(): Promise<IteratorResult<T, undefined>> {
    this.#page = await this.#fetch(this.#start, this.#size);
    this.#at = 0;
    this.#last = this.#page.length < this.#size;
    const newest = this.#page.at(-1);
    if (!newest) return DONE;
    this.#start = `(${newest.id}`;
    return this.next();
  }
}
