import { fileURLToPath } from 'node:url';
import type { Lesson } from '../../core/lesson/lesson.ts';
import { readCourse } from '../../src/build/lesson-files.ts';

/** Where they stand. */
export const TUTORIAL = fileURLToPath(new URL('../../tutorial/', import.meta.url));

/** The lessons as they stand in tutorial/, parsed. */
export function readTutorial(): Lesson[] {
  return readCourse(TUTORIAL).lessons;
}
