import type { Course } from '../../core/lesson/course.ts';
import { KEPT_HTML } from './page-lesson.ts';

/** A course as the page shows it, without its lessons. Its introduction may be KEPT_HTML. */
export type PageCourse = Omit<Course, 'lessons' | 'id'> & {
  /** Null for the course that comes with Streambook. */
  id: Course['id'] | null;
};

/** The course without the HTML that a prerendered page holds. */
export function withoutIntroduction(course: PageCourse): PageCourse {
  return { ...course, introduction: course.introduction === '' ? '' : KEPT_HTML };
}
