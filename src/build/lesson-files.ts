import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Course } from '../../core/lesson/course.ts';
import { LessonError } from '../../core/lesson/lesson-error.ts';
import { parseCourse } from '../../core/lesson/parse-course.ts';
import type { LessonFile } from '../../core/lesson/parse-tutorial.ts';

/**
 * The Markdown files in a folder, named with the folder: `my-course/01-introduction.md`. What other
 * programs hide there, such as an editor's copies, is left out.
 * @throws LessonError when there is no such folder
 */
export function readLessonFiles(folder: string): LessonFile[] {
  return namesIn(folder)
    .filter((name) => name.endsWith('.md') && !name.startsWith('.'))
    .map((name) => ({
      name: `${basename(resolve(folder))}/${name}`,
      text: readFileSync(join(folder, name), 'utf8'),
    }));
}

/**
 * Reads and parses all that a folder teaches.
 * @throws LessonError for whatever its author has to mend
 */
export function readCourse(folder: string): Course {
  return parseCourse(basename(resolve(folder)), readLessonFiles(folder));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    throw new LessonError(folder, null, `this folder of lessons cannot be read (${String(error)})`);
  }
}
