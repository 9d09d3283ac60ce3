/** What `Stream.read` accepts. */
export interface ReadOptions {
  /**
   * Only entries after this id. Default `0-0`, which is all of them. `$` means "from now on" and
   * is of use only together with `block`; go on with the last id that you got, or entries that
   * arrive between two calls are missed.
   */
  readonly lastId?: string | undefined;
  /** At most so many entries. */
  readonly count?: number | undefined;
  /** Wait up to so many ms for an entry; 0 waits for ever. Without it the call answers at once. */
  readonly block?: number | undefined;
  /** Ends the wait: the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** What `range` and `reverseRange` accept. */
export interface RangeOptions {
  /** At most so many entries. */
  readonly count?: number | undefined;
}

/** What `entries` accepts. */
export interface PageOptions {
  /** The first id, inclusive; `(id` leaves that id out. Default `-`, the oldest entry. */
  readonly start?: string | undefined;
  /** The last id, inclusive; `(id` leaves that id out. Default `+`, the newest entry. */
  readonly end?: string | undefined;
  /** How many entries one command fetches, and so how many are in memory. Default 1000. */
  readonly pageSize?: number | undefined;
}
