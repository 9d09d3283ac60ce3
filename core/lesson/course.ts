import type { Dialect, Lesson } from './lesson.ts';

/** What a course says of itself, beside its lessons. */
export interface CourseFront {
  /** A slug that tells it from other courses: what its learners write is kept under it. */
  id: string;
  /** What stands above the first lesson, and in the name of the page. */
  title: string;
  /** One sentence for search engines and for those who are sent a link. */
  description: string;
  /** What stands below the title; HTML, empty when there is nothing to say. */
  introduction: string;
}

/** All that is taught on one page. */
export interface Course extends CourseFront {
  /** The dialects in which every cell of it is written: the library's alone, or both. */
  dialects: readonly Dialect[];
  lessons: Lesson[];
}
