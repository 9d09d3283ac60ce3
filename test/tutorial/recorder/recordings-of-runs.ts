import type { Dialect, Lesson } from '../../../core/lesson/lesson.ts';
import { cellsOf } from '../../../core/lesson/cells-of.ts';
import { recordCells } from '../../../core/record/record-cells.ts';
import type { StoredCell, StoredRecording } from '../../../core/record/recording.ts';
import { recordingsOf } from '../../../core/record/recordings-of.ts';
import type { NotebookRun } from './notebook-run.ts';

/**
 * What is to be stored of runs, one for each dialect, by the slugs of the lessons: of their first way
 * through the notebook, if they went through it several times.
 */
export function recordingsOfRuns(
  lessons: Lesson[],
  runs: readonly NotebookRun[],
): Map<string, StoredRecording> {
  const recorded: Record<Dialect, StoredCell[]> = { walrus: [], 'node-redis': [] };
  const count = lessons.flatMap(cellsOf).length;
  for (const run of runs) recorded[run.dialect] = recordCells(run.finish()).cells.slice(0, count);
  const [redis] = runs.map((run) => run.redis);
  return recordingsOf(lessons, recorded, redis ?? { product: '', version: '' });
}
