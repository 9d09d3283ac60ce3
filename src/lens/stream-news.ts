import type { Change } from '../../core/lens/change.ts';

/** What happened to a row of a pending entries list. `deliveries` is the count before. */
export type PendingNews =
  | { kind: 'delivered' }
  | { kind: 'claimed'; from: string; deliveries: number }
  | { kind: 'redelivered'; deliveries: number };

/** A row that left the pending entries list of a consumer. */
export interface GonePending {
  id: string;
  consumer: string;
  why: 'acknowledged' | 'dropped' | 'ghost-gone';
}

/** What changed in one consumer group of a stream. */
export interface GroupNews {
  isNew: boolean;
  isDestroyed: boolean;
  /** Its last-delivered id before; null when it has not moved. */
  movedFrom: string | null;
  newConsumers: ReadonlySet<string>;
  removedConsumers: readonly string[];
  /** By entry id. */
  pending: ReadonlyMap<string, PendingNews>;
  gone: readonly GonePending[];
}

/** What changed in one stream, as the lens marks it. */
export interface StreamNews {
  isNew: boolean;
  /** Why the key is gone; null when it is there. */
  gone: 'deleted' | 'expired' | null;
  added: ReadonlySet<string>;
  /** Ids of entries that left the stream, by how they did. */
  trimmed: readonly string[];
  deleted: readonly string[];
  /** How many entries came and went, shown or not; null when the server does not tell. */
  grown: { added: number; removed: number } | null;
  groups: ReadonlyMap<string, GroupNews>;
}

interface Gathered {
  isNew: boolean;
  gone: 'deleted' | 'expired' | null;
  added: Set<string>;
  trimmed: string[];
  deleted: string[];
  grown: { added: number; removed: number } | null;
  groups: Map<string, GatheredGroup>;
}

interface GatheredGroup {
  isNew: boolean;
  isDestroyed: boolean;
  movedFrom: string | null;
  newConsumers: Set<string>;
  removedConsumers: string[];
  pending: Map<string, PendingNews>;
  gone: GonePending[];
}

/** Sorts changes by the stream they happened in; streams without one are not in it. */
export function newsByStream(changes: readonly Change[]): ReadonlyMap<string, StreamNews> {
  const news = new Map<string, Gathered>();
  for (const change of changes) {
    if (change.kind === 'streams-omitted') continue;
    let one = news.get(change.stream);
    if (one === undefined) {
      one = {
        isNew: false,
        gone: null,
        added: new Set(),
        trimmed: [],
        deleted: [],
        grown: null,
        groups: new Map(),
      };
      news.set(change.stream, one);
    }
    gather(one, change);
  }
  return news;
}

function gather(news: Gathered, change: Exclude<Change, { kind: 'streams-omitted' }>): void {
  switch (change.kind) {
    case 'stream-made':
      news.isNew = true;
      // Deleted and made again: it is there.
      news.gone = null;
      return;
    case 'stream-gone':
      news.gone = change.why === 'hidden' ? null : change.why;
      return;
    case 'entry-added':
      news.added.add(change.entry.id);
      return;
    case 'entry-removed':
      news[change.why].push(change.id);
      return;
    case 'stream-figures': {
      const { added, removed } = change;
      news.grown = added === null || removed === null ? null : { added, removed };
      return;
    }
    case 'expiry-changed':
    case 'stream-shown':
    case 'entries-shown':
      return;
    default:
      gatherGroup(groupOf(news, change.group), change);
  }
}

function groupOf({ groups }: Gathered, name: string): GatheredGroup {
  const known = groups.get(name);
  if (known) return known;
  const group: GatheredGroup = {
    isNew: false,
    isDestroyed: false,
    movedFrom: null,
    newConsumers: new Set(),
    removedConsumers: [],
    pending: new Map(),
    gone: [],
  };
  groups.set(name, group);
  return group;
}

function gatherGroup(news: GatheredGroup, change: Extract<Change, { group: string }>): void {
  switch (change.kind) {
    case 'group-made':
      news.isNew = true;
      news.isDestroyed = false;
      return;
    case 'group-destroyed':
      news.isDestroyed = true;
      return;
    case 'group-moved':
      news.movedFrom = change.from;
      return;
    case 'consumer-appeared':
      news.newConsumers.add(change.consumer);
      return;
    case 'consumer-removed':
      news.removedConsumers.push(change.consumer);
      return;
    case 'delivered':
      news.pending.set(change.row.id, { kind: 'delivered' });
      return;
    case 'claimed': {
      const { from, deliveries } = change;
      news.pending.set(change.row.id, { kind: 'claimed', from, deliveries });
      return;
    }
    case 'redelivered':
      news.pending.set(change.row.id, { kind: 'redelivered', deliveries: change.deliveries });
      return;
    case 'acknowledged':
    case 'dropped':
    case 'ghost-gone':
      news.gone.push({ id: change.id, consumer: change.consumer, why: change.kind });
      return;
    case 'ghost-made':
    case 'group-shown':
    case 'group-hidden':
    case 'group-figures':
    case 'consumer-shown':
    case 'consumer-hidden':
    case 'consumer-figures':
    case 'pending-shown':
      return;
  }
}
