import * as v from 'valibot';
import type { Dialect } from '../lesson/lesson.ts';
import {
  RECORDING_VERSION,
  RecordedCell,
  RecordedRedis,
  type StoredRecording,
} from './recording.ts';

/** The recorded runs of all lessons in one dialect, in their order: what a page loads. */
export const RecordedNotebook = v.object({
  version: v.literal(RECORDING_VERSION),
  lessons: v.array(v.object({ redis: RecordedRedis, cells: v.array(RecordedCell) })),
});
export type RecordedNotebook = v.InferOutput<typeof RecordedNotebook>;
export type StoredNotebook = v.InferInput<typeof RecordedNotebook>;

/** What a page loads of the recordings that stand beside the lessons, in the order of these. */
export function recordedNotebook(
  recordings: readonly StoredRecording[],
  dialect: Dialect,
): StoredNotebook {
  const lessons = recordings.map(({ redis, dialects }) => ({ redis, cells: dialects[dialect] }));
  return { version: RECORDING_VERSION, lessons };
}
