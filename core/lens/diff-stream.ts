import type { Change } from './change.ts';
import { diffEntries } from './diff-entries.ts';
import { diffGroup } from './diff-group.ts';
import { emptyStream } from './empty-parts.ts';
import type { Former } from './former.ts';
import type { Group, StreamSnapshot } from './snapshot.ts';
import { tellEntries } from './tell-entries.ts';
import { wasRemade } from './was-remade.ts';
import { whyGone } from './why-gone.ts';

/**
 * Appends to `changes` what is different in one stream.
 * @param at when the newer snapshot was read, Unix time in ms
 */
export function diffStream(
  before: Former<StreamSnapshot>,
  after: StreamSnapshot,
  at: number,
  changes: Change[],
): void {
  if (before === after) return;
  const stream = after.key;
  let former = before;
  let entries = diffEntries(former, after);
  if (typeof former === 'object' && wasRemade(former, after, entries.added.length)) {
    changes.push({ kind: 'stream-gone', stream, why: whyGone(former, at, false) });
    former = 'absent';
    entries = diffEntries(former, after);
  }
  const base = typeof former === 'object' ? former : emptyStream(stream);
  if (former === 'absent') changes.push({ kind: 'stream-made', stream });
  if (former === 'unknown') {
    changes.push({ kind: 'stream-shown', stream, expiresAt: after.expiresAt });
  } else if (base.expiresAt !== after.expiresAt) {
    changes.push({ kind: 'expiry-changed', stream, from: base.expiresAt, to: after.expiresAt });
  }
  tellEntries(base, after, entries, changes);
  diffFigures(former, base, after, changes);
  diffGroups(former, base, after, changes);
}

function diffFigures(
  former: Former<StreamSnapshot>,
  base: StreamSnapshot,
  after: StreamSnapshot,
  changes: Change[],
): void {
  if (
    base.length === after.length &&
    base.lastGeneratedId === after.lastGeneratedId &&
    base.entriesAdded === after.entriesAdded &&
    base.maxDeletedId === after.maxDeletedId &&
    base.firstId === after.firstId &&
    base.omitted === after.omitted
  ) {
    return;
  }
  const { length, lastGeneratedId, entriesAdded, maxDeletedId, firstId, omitted } = after;
  const addedBefore = former === 'absent' ? 0 : base.entriesAdded;
  const added = addedBefore === null || entriesAdded === null ? null : entriesAdded - addedBefore;
  const removed = added === null ? null : base.length + added - length;
  changes.push({
    kind: 'stream-figures',
    stream: after.key,
    added,
    // XSETID can set the count of added entries to anything.
    removed: removed === null || removed < 0 ? null : removed,
    ...{ length, lastGeneratedId, entriesAdded, maxDeletedId, firstId, omitted },
  });
}

function diffGroups(
  former: Former<StreamSnapshot>,
  base: StreamSnapshot,
  after: StreamSnapshot,
  changes: Change[],
): void {
  if (base.groups === after.groups) return;
  const stream = after.key;
  const known = new Map(base.groups.map((group) => [group.name, group]));
  const present = new Set(after.groups.map(({ name }) => name));
  for (const { name } of base.groups) {
    if (present.has(name)) continue;
    const kind = after.omitted > 0 ? 'group-hidden' : 'group-destroyed';
    changes.push({ kind, stream, group: name });
  }
  const missing: Former<Group> = former === 'unknown' || base.omitted > 0 ? 'unknown' : 'absent';
  const lastGeneratedId = former === 'unknown' ? null : base.lastGeneratedId;
  for (const group of after.groups) {
    diffGroup(stream, known.get(group.name) ?? missing, group, lastGeneratedId, changes);
  }
}
