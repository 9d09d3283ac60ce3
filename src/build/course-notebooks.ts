import type { Course } from '../../core/lesson/course.ts';
import type { Dialect } from '../../core/lesson/lesson.ts';
import { makeNotebook } from '../../core/ipynb/make-notebook.ts';
import type { Notebook } from '../../core/ipynb/notebook.ts';
import type { Recording } from '../../core/record/recording.ts';
import { libraryForDeno } from './library-for-deno.ts';

/** A course as notebooks for Jupyter, one for each of its dialects. */
export async function courseNotebooks(
  course: Course,
  recordings: ReadonlyMap<string, Recording>,
): Promise<Map<Dialect, Notebook>> {
  const library = await libraryForDeno();
  return new Map(
    course.dialects.map((dialect) => {
      const recorded = course.lessons.flatMap(
        ({ slug }) => recordings.get(slug)?.dialects[dialect] ?? [],
      );
      return [dialect, makeNotebook({ course, dialect, recorded, library })];
    }),
  );
}
