import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { courseNotebooks } from './course-notebooks.ts';
import { readCourse } from './lesson-files.ts';
import { readRecordings } from './read-recordings.ts';

/**
 * Writes what a folder teaches as notebooks for Jupyter, one for each dialect: `streambook-walrus.ipynb`.
 * @returns the paths of the files
 * @throws LessonError for whatever the author of the lessons has to mend
 */
export async function exportNotebooks(lessons: string, out: string): Promise<string[]> {
  const notebooks = await courseNotebooks(readCourse(lessons), readRecordings(lessons));
  mkdirSync(out, { recursive: true });
  return [...notebooks].map(([dialect, notebook]) => {
    const file = join(out, `streambook-${dialect}.ipynb`);
    writeFileSync(file, `${JSON.stringify(notebook, null, 1)}\n`);
    return file;
  });
}
