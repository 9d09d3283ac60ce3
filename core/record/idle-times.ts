import type { LensSnapshot } from '../lens/snapshot.ts';
import type { IdleTimes } from './scan.ts';

/**
 * How long entries had been pending at a time, by masked snapshots of before and after; 0 for one that is
 * pending in neither.
 */
export function idleTimes(at: number, ...snapshots: readonly LensSnapshot[]): IdleTimes {
  const rows = snapshots.flatMap(({ streams }) =>
    streams.flatMap(({ key, groups }) =>
      groups
        .flatMap(({ consumers }) => consumers.flatMap(({ pending }) => pending))
        .map((row) => ({ key, row })),
    ),
  );
  return (id, stream) => {
    const own = rows.filter(({ row }) => row.id === id);
    const found = own.find(({ key }) => key === stream) ?? own[0];
    return found ? Math.max(0, at - found.row.deliveredAt) : 0;
  };
}
