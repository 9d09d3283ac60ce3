import { agreeOnDialects } from './agree-on-dialects.ts';
import type { Course } from './course.ts';
import { courseIdOfName } from './course-id.ts';
import { isCourseFile, readCourseFront, UNTITLED } from './course-front.ts';
import { LessonError } from './lesson-error.ts';
import { parseTutorial, type LessonFile } from './parse-tutorial.ts';

/**
 * Parses all Markdown files of a course: its lessons, and maybe `course.md`.
 *
 * @param folder its name: a course without `course.md` has no other one
 * @throws LessonError for a file that cannot be parsed, for lessons that do not go together, and when
 *   there is none.
 */
export function parseCourse(folder: string, files: LessonFile[]): Course {
  const front = files.find(({ name }) => isCourseFile(name));
  const lessonFiles = files.filter(({ name }) => !isCourseFile(name));
  if (lessonFiles.length === 0) {
    throw new LessonError(
      folder,
      null,
      'there is no lesson in this folder: begin with a file 01-introduction.md',
    );
  }
  const lessons = parseTutorial(lessonFiles);
  return {
    ...(front
      ? readCourseFront(front.name, front.text)
      : { ...UNTITLED, id: courseIdOfName(folder) }),
    dialects: agreeOnDialects(lessons, lessonFiles),
    lessons,
  };
}
