/** Made by build/tutorial-plugin.ts from the files in tutorial/, or in another folder of lessons. */
declare module 'virtual:tutorial' {
  /** What the course says of itself. */
  export const course: import('./page-course.ts').PageCourse;
  /** All lessons, in reading order. */
  export const lessons: import('./page-lesson.ts').PageLesson[];
}
