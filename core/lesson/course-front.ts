import type { CourseFront } from './course.ts';
import { courseId, courseIdOfName } from './course-id.ts';
import { readFrontMatter } from './front-matter.ts';
import { LessonError } from './lesson-error.ts';
import { lineOf, renderHtml, tokenize } from './markdown.ts';

/** Whether this is the file in which a course says what it is, `course.md`; a course may do without. */
export function isCourseFile(name: string): boolean {
  return name.slice(name.lastIndexOf('/') + 1) === 'course.md';
}

/** What a course is called that says nothing of itself. */
export const UNTITLED: Omit<CourseFront, 'id'> = {
  title: 'Streambook',
  description:
    'A notebook in the browser: every step is a TypeScript cell that runs on a Redis of your own.',
  introduction: '',
};

/**
 * Reads `course.md`: front matter with `title:` and maybe `description:` and `id:`, then the introduction.
 *
 * @throws LessonError for front matter of another form, and for an introduction that is more than prose.
 */
export function readCourseFront(file: string, text: string): CourseFront {
  const known = ['title', 'description', 'id'];
  const { fields, body, height } = readFrontMatter(file, text.split(/\r?\n/), known);
  const tokens = tokenize(file, body.join('\n'), height, 'introduction');
  for (const token of tokens) {
    const isCode = token.type === 'fence';
    if (!isCode && token.type !== 'heading_open') continue;
    const what = isCode ? 'code' : 'headings';
    throw new LessonError(
      file,
      lineOf(token),
      `an introduction has no ${what}: write a lesson for it`,
    );
  }
  const title = fields.get('title')?.value ?? UNTITLED.title;
  const id = fields.get('id');
  return {
    id: id ? courseId(file, id) : courseIdOfName(title),
    title,
    description: fields.get('description')?.value ?? UNTITLED.description,
    introduction: renderHtml(tokens),
  };
}
