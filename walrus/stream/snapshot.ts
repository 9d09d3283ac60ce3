import { asFields, asList, asNumber, asText, type Reply } from '../connection/reply.ts';
import { type Entry, toEntries } from '../entry/entry.ts';

/** One entry that a consumer holds: delivered, not acknowledged. */
export interface SnapshotPendingEntry {
  readonly id: string;
  /** Who holds it. */
  readonly consumer: string;
  /** When it was last delivered. */
  readonly deliveredAt: Date;
  /** How often it was delivered; a claim counts too. */
  readonly deliveriesCounter: number;
}

/** One consumer of a group. */
export interface SnapshotConsumer {
  readonly name: string;
  /** When it last tried something (before Redis 7.2: when it last got something). */
  readonly seenAt: Date;
  /** When it last got something; null when it never did, and before Redis 7.2. */
  readonly activeAt: Date | null;
  /** How many entries it holds, of which `pending` lists the first. */
  readonly pendingCount: number;
  readonly pending: readonly SnapshotPendingEntry[];
}

/** One consumer group. */
export interface SnapshotGroup {
  readonly name: string;
  readonly lastDeliveredId: string;
  /** null when the server cannot tell, and before Redis 7.0. */
  readonly entriesRead: number | null;
  /** Entries not yet delivered; null when the server cannot tell, and before Redis 7.0. */
  readonly lag: number | null;
  /** How many entries the group has pending, of which `pending` lists the first. */
  readonly pendingCount: number;
  readonly pending: readonly SnapshotPendingEntry[];
  readonly consumers: readonly SnapshotConsumer[];
}

/** A stream with all that belongs to it, at one moment. */
export interface StreamSnapshot<Field extends string = string> {
  readonly length: number;
  readonly lastGeneratedId: string;
  /** From Redis 7.0 on, else null. */
  readonly maxDeletedEntryId: string | null;
  /** All entries ever added; from Redis 7.0 on, else null. */
  readonly entriesAdded: number | null;
  /** The first entries. */
  readonly entries: readonly Entry<Field>[];
  readonly groups: readonly SnapshotGroup[];
}

function orNull<T>(reply: Reply | undefined, read: (reply: Reply) => T): T | null {
  return reply === null || reply === undefined ? null : read(reply);
}

function asDate(reply: Reply | undefined): Date {
  return new Date(asNumber(reply));
}

function asActiveDate(reply: Reply): Date | null {
  return asNumber(reply) < 0 ? null : asDate(reply);
}

function toConsumer(reply: Reply): SnapshotConsumer {
  const f = asFields(reply);
  const name = asText(f.get('name'));
  return {
    name,
    seenAt: asDate(f.get('seen-time')),
    activeAt: orNull(f.get('active-time'), asActiveDate),
    pendingCount: asNumber(f.get('pel-count')),
    pending: asList(f.get('pending') ?? f.get('pel')).map((row) => {
      const [id, at, deliveries] = asList(row);
      return {
        id: asText(id),
        consumer: name,
        deliveredAt: asDate(at),
        deliveriesCounter: asNumber(deliveries),
      };
    }),
  };
}

function toGroup(reply: Reply): SnapshotGroup {
  const f = asFields(reply);
  return {
    name: asText(f.get('name')),
    lastDeliveredId: asText(f.get('last-delivered-id')),
    entriesRead: orNull(f.get('entries-read'), asNumber),
    lag: orNull(f.get('lag'), asNumber),
    pendingCount: asNumber(f.get('pel-count')),
    pending: asList(f.get('pending') ?? f.get('pel')).map((row) => {
      const [id, consumer, at, deliveries] = asList(row);
      return {
        id: asText(id),
        consumer: asText(consumer),
        deliveredAt: asDate(at),
        deliveriesCounter: asNumber(deliveries),
      };
    }),
    consumers: asList(f.get('consumers')).map(toConsumer),
  };
}

/** The reply of XINFO STREAM … FULL. */
export function toSnapshot<Field extends string>(reply: Reply): StreamSnapshot<Field> {
  const f = asFields(reply);
  return {
    length: asNumber(f.get('length')),
    lastGeneratedId: asText(f.get('last-generated-id')),
    maxDeletedEntryId: orNull(f.get('max-deleted-entry-id'), asText),
    entriesAdded: orNull(f.get('entries-added'), asNumber),
    entries: toEntries<Field>(f.get('entries')),
    groups: asList(f.get('groups')).map(toGroup),
  };
}
