import type { Change } from './change.ts';
import { diffPending } from './diff-pending.ts';
import { emptyConsumer, emptyGroup } from './empty-parts.ts';
import type { Former } from './former.ts';
import type { Consumer, Group } from './snapshot.ts';

/**
 * Appends to `changes` what is different in one group.
 * @param lastGeneratedId of its stream in the older snapshot; null when that is not known
 */
export function diffGroup(
  stream: string,
  before: Former<Group>,
  after: Group,
  lastGeneratedId: string | null,
  changes: Change[],
): void {
  if (before === after) return;
  const { name: group, lastDeliveredId } = after;
  const base = typeof before === 'object' ? before : emptyGroup(group, lastDeliveredId);
  if (before === 'absent') changes.push({ kind: 'group-made', stream, group, lastDeliveredId });
  if (before === 'unknown') changes.push({ kind: 'group-shown', stream, group, lastDeliveredId });
  if (base.lastDeliveredId !== lastDeliveredId) {
    const from = base.lastDeliveredId;
    changes.push({ kind: 'group-moved', stream, group, from, to: lastDeliveredId });
  }
  diffFigures(stream, base, after, changes);
  if (base.consumers === after.consumers) return;

  const former = new Map(base.consumers.map((consumer) => [consumer.name, consumer]));
  const isSure = before !== 'unknown' && base.omitted === 0;
  for (const consumer of after.consumers) {
    const same = former.get(consumer.name);
    if (same === undefined) {
      const kind = isSure ? 'consumer-appeared' : 'consumer-shown';
      changes.push({ kind, stream, group, consumer: consumer.name });
    }
    diffConsumer(stream, group, same ?? emptyConsumer(consumer.name), consumer, changes);
  }
  diffPending(stream, before === 'unknown' ? 'unknown' : base, after, lastGeneratedId, changes);
  const present = new Set(after.consumers.map(({ name }) => name));
  for (const { name } of base.consumers) {
    if (present.has(name)) continue;
    const kind = after.omitted > 0 ? 'consumer-hidden' : 'consumer-removed';
    changes.push({ kind, stream, group, consumer: name });
  }
}

function diffFigures(stream: string, before: Group, after: Group, changes: Change[]): void {
  const { name: group, entriesRead, lag, pendingCount, omitted } = after;
  if (
    before.entriesRead !== entriesRead ||
    before.lag !== lag ||
    before.pendingCount !== pendingCount ||
    before.omitted !== omitted
  ) {
    const figures = { entriesRead, lag, pendingCount, omitted };
    changes.push({ kind: 'group-figures', stream, group, ...figures });
  }
}

function diffConsumer(
  stream: string,
  group: string,
  before: Consumer,
  after: Consumer,
  changes: Change[],
): void {
  const { name: consumer, seenAt, activeAt, pendingCount } = after;
  if (
    before.seenAt !== seenAt ||
    before.activeAt !== activeAt ||
    before.pendingCount !== pendingCount
  ) {
    const figures = { seenAt, activeAt, pendingCount, grown: pendingCount - before.pendingCount };
    changes.push({ kind: 'consumer-figures', stream, group, consumer, ...figures });
  }
}
