import { cellsOf } from '../lesson/cells-of.ts';
import type { Dialect, Lesson } from '../lesson/lesson.ts';
import { RECORDING_VERSION, type StoredCell, type StoredRecording } from './recording.ts';

/**
 * What was recorded of a notebook, lesson by lesson, by their slugs. A lesson without cells has none.
 * @param recorded the cells of the notebook in each dialect
 */
export function recordingsOf(
  lessons: readonly Lesson[],
  recorded: Record<Dialect, readonly StoredCell[]>,
  redis: StoredRecording['redis'],
): Map<string, StoredRecording> {
  const recordings = new Map<string, StoredRecording>();
  for (const lesson of lessons) {
    const slugs = new Set(cellsOf(lesson).map(({ slug }) => slug));
    if (slugs.size === 0) continue;
    const own = (dialect: Dialect) => recorded[dialect].filter(({ cell }) => slugs.has(cell));
    recordings.set(lesson.slug, {
      version: RECORDING_VERSION,
      redis,
      dialects: { walrus: own('walrus'), 'node-redis': own('node-redis') },
    });
  }
  return recordings;
}
