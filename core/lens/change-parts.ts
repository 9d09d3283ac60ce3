import type { ToldChange } from './change.ts';

/** The group that a change happened in; null when it has to do with none. */
export function groupOf(change: ToldChange): string | null {
  return 'group' in change ? change.group : null;
}

/** The consumer that a change is about: the one that has the row now, or had it last. */
export function ownerOf(change: ToldChange): string | null {
  if (change.kind === 'claimed') return change.to;
  return 'consumer' in change ? change.consumer : null;
}

/** The entry that a change is about; null when it is about none. */
export function idOf(change: ToldChange): string | null {
  switch (change.kind) {
    case 'entry-added':
      return change.entry.id;
    case 'delivered':
    case 'claimed':
    case 'redelivered':
      return change.row.id;
    default:
      return 'id' in change ? change.id : null;
  }
}
