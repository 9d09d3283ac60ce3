import type { Consumer, Entry, PendingRow, StreamSnapshot } from '../../core/lens/snapshot.ts';

/** A consumer that an entry was delivered to and that has not acknowledged it. */
export interface Holder {
  group: string;
  consumer: Consumer;
  row: PendingRow;
}

/** All that the lens knows of one entry of a stream. */
export interface EntryDetails {
  id: string;
  /** null when the stream does not hold it, or not in the part that is shown. */
  entry: Entry | null;
  holders: Holder[];
}

/** Looks up an entry by its id; null when it is neither on the strip nor pending. */
export function entryDetails(stream: StreamSnapshot, id: string): EntryDetails | null {
  const entry = stream.entries.findLast((one) => one.id === id) ?? null;
  const holders = stream.groups.flatMap(({ name, consumers }) =>
    consumers.flatMap((consumer) => {
      const row = consumer.pending.find((one) => one.id === id);
      return row ? [{ group: name, consumer, row }] : [];
    }),
  );
  return entry === null && holders.length === 0 ? null : { id, entry, holders };
}
