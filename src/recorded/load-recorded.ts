import * as v from 'valibot';
import { recordedFiles } from 'virtual:recorded';
import type { Dialect } from '../../core/lesson/lesson.ts';
import { RecordedNotebook } from '../../core/record/recorded-notebook.ts';

/**
 * Loads what was recorded of the notebook in a dialect; null where nothing was.
 * @throws when it cannot be had, or is not what this page can read
 */
export async function loadRecorded(dialect: Dialect): Promise<RecordedNotebook | null> {
  const file = recordedFiles[dialect];
  if (file === null) return null;
  const response = await fetch(import.meta.env.BASE_URL + file);
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return v.parse(RecordedNotebook, await response.json());
}
