import { LessonError } from './lesson-error.ts';

/** What a lesson or a cell may be called: words of small letters and digits, joined by hyphens. */
export const SLUG = /^(?=.{1,64}$)[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * The slug in a file's name, `NN-slug.md`, with or without folders before it. The number only
 * orders the files.
 *
 * @throws LessonError when the name has another form.
 */
export function lessonSlug(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const slug = /^\d\d-(.+)\.md$/.exec(name)?.[1];
  if (slug === undefined || !SLUG.test(slug)) {
    throw new LessonError(
      file,
      1,
      'a lesson file is named NN-slug.md, like 01-introduction.md: rename it, or take it out of the folder',
    );
  }
  return slug;
}
