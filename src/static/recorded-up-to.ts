import type { Dialect } from '../../core/lesson/lesson.ts';
import type { RecordedCell, Recording } from '../../core/record/recording.ts';

/**
 * What was recorded in a dialect from the first lesson to this one; nothing when this one has no recording.
 * @param slugs of all lessons, in reading order
 */
export function recordedUpTo(
  lesson: string | null,
  dialect: Dialect,
  slugs: readonly string[],
  recordings: ReadonlyMap<string, Recording>,
): RecordedCell[] {
  if (lesson === null || !recordings.has(lesson)) return [];
  return slugs
    .slice(0, slugs.indexOf(lesson) + 1)
    .flatMap((slug) => recordings.get(slug)?.dialects[dialect] ?? []);
}
