import type { Dialect } from '../../core/lesson/lesson.ts';
import type { RecordedNotebook } from '../../core/record/recorded-notebook.ts';
import { RECORDING_VERSION, type Recording } from '../../core/record/recording.ts';

/**
 * What was recorded in a dialect from the first lesson to this one; nothing when this one has no recording.
 * @param slugs of all lessons, in reading order
 */
export function recordedUpTo(
  lesson: string | null,
  dialect: Dialect,
  slugs: readonly string[],
  recordings: ReadonlyMap<string, Recording>,
): RecordedNotebook {
  const isRecorded = lesson !== null && recordings.has(lesson);
  const upTo = isRecorded ? slugs.slice(0, slugs.indexOf(lesson) + 1) : [];
  const lessons = upTo.flatMap((slug) => {
    const recording = recordings.get(slug);
    return recording ? [{ redis: recording.redis, cells: recording.dialects[dialect] }] : [];
  });
  return { version: RECORDING_VERSION, lessons };
}
