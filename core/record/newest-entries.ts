import type { LensSnapshot } from '../lens/snapshot.ts';

/** Entries of one stream in a recording: a thousand of them would make half of its size, and are all alike. */
const MAX_RECORDED_ENTRIES = 20;

/** The snapshot with only the newest entries of each stream, as if the lens had no room for more. */
export function newestEntries(lens: LensSnapshot): LensSnapshot {
  const streams = lens.streams.map((stream) => ({
    ...stream,
    entries: stream.entries.slice(-MAX_RECORDED_ENTRIES),
  }));
  return { ...lens, streams };
}
