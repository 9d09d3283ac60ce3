import type { Change } from '../lens/change.ts';
import type { RecordedCell } from './recording.ts';

/**
 * A recorded cell without what depends on the version of Redis: some figures of streams and groups are
 * counted differently, or not at all; and since 7.2 a read makes its consumer on every stream, where it
 * found nothing too.
 */
export function asOfAnyRedis(cell: RecordedCell): RecordedCell {
  return {
    ...cell,
    changes: cell.changes.filter(({ kind }) => kind !== 'consumer-appeared'),
    delta: cell.delta.flatMap(changeOfAnyRedis),
  };
}

function changeOfAnyRedis(change: Change): Change[] {
  switch (change.kind) {
    case 'stream-figures':
      return [{ ...change, added: null, removed: null, entriesAdded: null, maxDeletedId: null }];
    // Told only because of a group's lag, or of a consumer's times.
    case 'group-figures':
    case 'consumer-figures':
    case 'consumer-appeared':
      return [];
    default:
      return [change];
  }
}
