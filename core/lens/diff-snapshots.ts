import type { Change } from './change.ts';
import { diffStream } from './diff-stream.ts';
import type { LensSnapshot } from './snapshot.ts';
import { whyGone } from './why-gone.ts';

/**
 * All that is different between two snapshots of the same Redis, stream by stream; applyChanges()
 * is its counterpart. Lists in a snapshot are cut: what may have been beyond the cut in the other
 * snapshot is not told to a learner, so that what is told is never a guess. Linear in time; parts
 * that both snapshots share as one object are skipped.
 */
export function diffSnapshots(before: LensSnapshot, after: LensSnapshot): Change[] {
  const changes: Change[] = [];
  if (before.omitted !== after.omitted) {
    changes.push({ kind: 'streams-omitted', omitted: after.omitted });
  }
  if (before.streams === after.streams) return changes;
  const former = new Map(before.streams.map((stream) => [stream.key, stream]));
  const present = new Set(after.streams.map(({ key }) => key));
  for (const stream of before.streams) {
    if (present.has(stream.key)) continue;
    const why = whyGone(stream, after.at, after.omitted > 0);
    changes.push({ kind: 'stream-gone', stream: stream.key, why });
  }
  const missing = before.omitted > 0 ? 'unknown' : 'absent';
  for (const stream of after.streams) {
    diffStream(former.get(stream.key) ?? missing, stream, after.at, changes);
  }
  return changes;
}
