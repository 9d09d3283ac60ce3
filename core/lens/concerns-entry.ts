import type { Change } from './change.ts';

/** A change that is about single entries. */
export type EntryChange = Extract<
  Change,
  {
    kind:
      | 'entry-added'
      | 'entry-removed'
      | 'delivered'
      | 'claimed'
      | 'redelivered'
      | 'acknowledged'
      | 'dropped'
      | 'ghost-made'
      | 'ghost-gone';
  }
>;

/** True for a change that happened to one entry itself: it came or went, or its row in a pending entries list did. */
export function concernsEntry(change: Change, stream: string, id: string): change is EntryChange {
  if (!('stream' in change) || change.stream !== stream) return false;
  switch (change.kind) {
    case 'entry-added':
      return change.entry.id === id;
    case 'entry-removed':
    case 'acknowledged':
    case 'dropped':
    case 'ghost-made':
    case 'ghost-gone':
      return change.id === id;
    case 'delivered':
    case 'claimed':
    case 'redelivered':
      return change.row.id === id;
    default:
      return false;
  }
}
