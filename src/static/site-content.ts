import * as v from 'valibot';
import { DIALECTS } from '../../core/lesson/dialects.ts';
import { RecordedNotebook } from '../../core/record/recorded-notebook.ts';
import type { PageCourse } from '../tutorial/page-course.ts';
import type { PageLesson } from '../tutorial/page-lesson.ts';

/** What a page of the static site is told, where it is rendered and again in the browser. */
export const SiteContent = v.object({
  page: v.object({ dialect: v.picklist(DIALECTS), lesson: v.nullable(v.string()) }),
  /** What was recorded in the page's dialect, from the first lesson of the course to the one of this page. */
  recorded: RecordedNotebook,
  /** The Redis that it was recorded with, `Redis 7.0.15`; null when nothing was. */
  redis: v.nullable(v.string()),
  /** Address at which the course can be run; null when nobody has said. */
  live: v.nullable(v.string()),
});
export type SiteContent = v.InferOutput<typeof SiteContent>;

/** The course, as all pages have it. HTML may be KEPT_HTML. */
export interface SiteCourse {
  course: PageCourse;
  lessons: readonly PageLesson[];
  /** TypeScript, highlighted. */
  codeHtml: (code: string) => string;
}
