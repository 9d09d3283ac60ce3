import { fileURLToPath } from 'node:url';
import type { Lesson } from '../../core/lesson/lesson.ts';
import { parseTutorial } from '../../core/lesson/parse-tutorial.ts';
import { readLessonFiles } from './recorder/lesson-files.ts';

const FOLDER = fileURLToPath(new URL('../../tutorial/', import.meta.url));

/** The lessons as they stand in tutorial/, parsed. */
export function readTutorial(): Lesson[] {
  return parseTutorial(readLessonFiles(FOLDER));
}
