import type { Change } from './change.ts';
import type { GroupDraft } from './draft-group.ts';
import { emptyConsumer } from './empty-parts.ts';

/** A change inside a group that is there. */
export type GroupChange = Extract<
  Change,
  {
    kind:
      | 'group-moved'
      | 'group-figures'
      | 'consumer-appeared'
      | 'consumer-shown'
      | 'consumer-removed'
      | 'consumer-hidden'
      | 'consumer-figures'
      | 'delivered'
      | 'claimed'
      | 'redelivered'
      | 'acknowledged'
      | 'dropped'
      | 'ghost-made'
      | 'ghost-gone'
      | 'pending-shown';
  }
>;

/** Applies one change to a group in the making; one of a consumer that is not there is passed over. */
export function applyToGroup(group: GroupDraft, change: GroupChange): void {
  switch (change.kind) {
    case 'group-moved':
      return group.setLastDeliveredId(change.to);
    case 'group-figures':
      return group.setFigures(change);
    case 'consumer-appeared':
    case 'consumer-shown':
      return group.consumers.set(emptyConsumer(change.consumer));
    case 'consumer-removed':
    case 'consumer-hidden':
      return group.consumers.delete(change.consumer);
    case 'consumer-figures':
      return group.consumers.get(change.consumer)?.setFigures(change);
    case 'delivered':
    case 'redelivered':
      return group.consumers.get(change.consumer)?.rows.set(change.row);
    case 'claimed':
      group.consumers.get(change.from)?.rows.delete(change.row.id);
      return group.consumers.get(change.to)?.rows.set(change.row);
    case 'acknowledged':
    case 'dropped':
    case 'ghost-gone':
      return group.consumers.get(change.consumer)?.rows.delete(change.id);
    case 'ghost-made': {
      const rows = group.consumers.get(change.consumer)?.rows;
      const row = rows?.get(change.id);
      if (row !== undefined && !row.ghost) rows?.set({ ...row, ghost: true });
      return;
    }
    case 'pending-shown': {
      const rows = group.consumers.get(change.consumer)?.rows;
      for (const id of change.left) rows?.delete(id);
      for (const row of change.entered) rows?.set(row);
      return;
    }
  }
}
