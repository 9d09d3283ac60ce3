import type { EntryRef } from '../entry/entry-id.ts';

/** What `ConsumerGroup.create` accepts. */
export interface CreateOptions {
  /** Make missing keys first, each with one entry `0-1` that is deleted again. Default true. */
  readonly ensureKeysExist?: boolean | undefined;
  /** Let the server make a missing stream (MKSTREAM). Default false. */
  readonly makeStream?: boolean | undefined;
}

/** What a read through a group accepts. */
export interface GroupReadBasics {
  /** At most so many entries of each stream. */
  readonly count?: number | undefined;
  /** Wait up to so many ms for an entry; 0 waits for ever. Without it the call answers at once. */
  readonly block?: number | undefined;
  /** Ends the wait; entries that were delivered at that very moment stay pending. */
  readonly signal?: AbortSignal | undefined;
  /** Do not add what is read to the pending entries list, as if acknowledged at once (NOACK). */
  readonly noAck?: boolean | undefined;
  /**
   * Also take over entries that have been pending for at least so many ms, before new ones; they
   * come with `millisElapsedFromDelivery` and `deliveriesCounter`. Needs Redis 8.4.
   */
  readonly claimIdle?: number | undefined;
}

/** What `ConsumerGroup.read` accepts. */
export interface GroupReadOptions extends GroupReadBasics {
  /** Read as this consumer, this once. */
  readonly consumer?: string | undefined;
}

/** What `ConsumerGroupStream.read` accepts. */
export interface GroupStreamReadOptions extends GroupReadBasics {
  /**
   * Read this consumer's own pending entries after this id again, instead of new ones. Redis then
   * ignores `block`, and counts it as another delivery.
   */
  readonly lastId?: string | undefined;
}

/** What `pending` accepts. */
export interface PendingOptions {
  /** The first id, inclusive; `(id` leaves that id out. Default `-`. */
  readonly start?: EntryRef | undefined;
  /** The last id, inclusive. Default `+`. */
  readonly end?: EntryRef | undefined;
  /** At most so many rows. Default 1000. */
  readonly count?: number | undefined;
  /** Only what this consumer holds. */
  readonly consumer?: string | undefined;
  /** Only what was delivered at least so many ms ago (Redis 6.2). */
  readonly idle?: number | undefined;
}

/** One row of the pending entries list. */
export interface PendingEntry {
  readonly id: string;
  /** Who holds it. */
  readonly consumer: string;
  readonly millisecondsSinceLastDelivery: number;
  /** How often it was delivered; a claim counts too. */
  readonly deliveriesCounter: number;
}

/** The pending entries list in short. */
export interface PendingSummary {
  /** How many entries are pending. */
  readonly pending: number;
  /** The smallest pending id, null when none is pending. */
  readonly firstId: string | null;
  /** The greatest pending id, null when none is pending. */
  readonly lastId: string | null;
  /** The consumers that hold some. `deliveriesCounter` is node-redis's name for `pending`. */
  readonly consumers: readonly {
    readonly name: string;
    readonly pending: number;
    readonly deliveriesCounter: number;
  }[];
}

/** When an entry counts as last delivered, for `claim`; by default at this moment. */
type ClaimMoment =
  | {
      /** So many ms ago. */
      readonly idle?: number | undefined;
      readonly time?: never;
    }
  | {
      /** At this moment. */
      readonly time?: Date | undefined;
      readonly idle?: never;
    };

/** What `claim` accepts; all but the first two only matter to who repairs a group by hand. */
export type ClaimOptions = ClaimMoment & {
  /** Only entries that have been pending for at least so many ms. Default 0. */
  readonly minIdleTime?: number | undefined;
  /** Resolve to ids only, and do not count it as a delivery. */
  readonly justId?: boolean | undefined;
  /** Set the delivery count. */
  readonly retryCount?: number | undefined;
  /** Make the entry pending even if it is not, as long as it is in the stream. */
  readonly force?: boolean | undefined;
};

/** What `autoclaim` accepts. */
export interface AutoclaimOptions {
  /** Only entries that have been pending for at least so many ms. */
  readonly minIdleTime: number;
  /** Where to go on: `nextId` of the call before. Default `0-0`, the start. */
  readonly start?: string | undefined;
  /** Look at no more than so many pending entries. Redis's default is 100. */
  readonly count?: number | undefined;
  /** Resolve to ids only, and do not count it as a delivery. */
  readonly justId?: boolean | undefined;
  /** Who takes over. Default: the consumer of this object. */
  readonly consumer?: string | undefined;
}

/** What `autoclaim` resolves to. */
export interface Autoclaimed<Item> {
  /** Where to go on; `0-0` when the whole list was looked at. */
  readonly nextId: string;
  readonly messages: Item[];
  /** Entries that were pending but no longer in the stream; they left the list (Redis 7.0). */
  readonly deletedIds: string[];
}
