import { asFields, asNumber, asText, type Reply } from '../connection/reply.ts';
import { type Entry, toEntry } from '../entry/entry.ts';

/** What XINFO STREAM tells, with the server's own names, as node-redis has it. */
export interface StreamInfo {
  /** Entries in the stream now. */
  readonly length: number;
  readonly 'radix-tree-keys': number;
  readonly 'radix-tree-nodes': number;
  readonly 'last-generated-id': string;
  /** From Redis 7.0 on. */
  readonly 'max-deleted-entry-id'?: string;
  /** All entries ever added; from Redis 7.0 on. */
  readonly 'entries-added'?: number;
  /** From Redis 7.0 on. */
  readonly 'recorded-first-entry-id'?: string;
  /** How many consumer groups the stream has. */
  readonly groups: number;
  readonly 'first-entry': Entry | null;
  readonly 'last-entry': Entry | null;
}

/** One row of XINFO GROUPS. */
export interface GroupInfo {
  readonly name: string;
  readonly consumers: number;
  /** Entries delivered and not acknowledged. */
  readonly pending: number;
  readonly 'last-delivered-id': string;
  /** From Redis 7.0 on; null when the server cannot tell. */
  readonly 'entries-read'?: number | null;
  /** Entries not yet delivered; from Redis 7.0 on, null when the server cannot tell. */
  readonly lag?: number | null;
}

/** One row of XINFO CONSUMERS. */
export interface ConsumerInfo {
  readonly name: string;
  readonly pending: number;
  /** ms since the consumer last tried something. */
  readonly idle: number;
  /** ms since the consumer last succeeded; from Redis 7.2 on. */
  readonly inactive?: number;
}

/** What the server may not know: null stays null. */
function orNull<T>(reply: Reply | undefined, read: (reply: Reply) => T): T | null {
  return reply === null || reply === undefined ? null : read(reply);
}

/** The reply of XINFO STREAM. */
export function toStreamInfo(reply: Reply): StreamInfo {
  const f = asFields(reply);
  return {
    length: asNumber(f.get('length')),
    'radix-tree-keys': asNumber(f.get('radix-tree-keys')),
    'radix-tree-nodes': asNumber(f.get('radix-tree-nodes')),
    'last-generated-id': asText(f.get('last-generated-id')),
    ...(f.has('max-deleted-entry-id') && {
      'max-deleted-entry-id': asText(f.get('max-deleted-entry-id')),
    }),
    ...(f.has('entries-added') && { 'entries-added': asNumber(f.get('entries-added')) }),
    ...(f.has('recorded-first-entry-id') && {
      'recorded-first-entry-id': asText(f.get('recorded-first-entry-id')),
    }),
    groups: asNumber(f.get('groups')),
    'first-entry': orNull(f.get('first-entry'), toEntry),
    'last-entry': orNull(f.get('last-entry'), toEntry),
  };
}

/** One row of the reply of XINFO GROUPS. */
export function toGroupInfo(reply: Reply): GroupInfo {
  const f = asFields(reply);
  return {
    name: asText(f.get('name')),
    consumers: asNumber(f.get('consumers')),
    pending: asNumber(f.get('pending')),
    'last-delivered-id': asText(f.get('last-delivered-id')),
    ...(f.has('entries-read') && { 'entries-read': orNull(f.get('entries-read'), asNumber) }),
    ...(f.has('lag') && { lag: orNull(f.get('lag'), asNumber) }),
  };
}

/** One row of the reply of XINFO CONSUMERS. */
export function toConsumerInfo(reply: Reply): ConsumerInfo {
  const f = asFields(reply);
  return {
    name: asText(f.get('name')),
    pending: asNumber(f.get('pending')),
    idle: asNumber(f.get('idle')),
    ...(f.has('inactive') && { inactive: asNumber(f.get('inactive')) }),
  };
}
