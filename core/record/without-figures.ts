import type { Change } from '../lens/change.ts';
import type { RecordedCell } from './recording.ts';

/** A recorded cell without the figures of streams and groups that versions of Redis count differently, or not at all. */
export function withoutFigures(cell: RecordedCell): RecordedCell {
  return { ...cell, delta: cell.delta.flatMap(withoutFigure) };
}

function withoutFigure(change: Change): Change[] {
  switch (change.kind) {
    case 'stream-figures':
      return [{ ...change, added: null, removed: null, entriesAdded: null, maxDeletedId: null }];
    // One that is told only because of its lag, and one of a consumer's times.
    case 'group-figures':
    case 'consumer-figures':
      return [];
    default:
      return [change];
  }
}
