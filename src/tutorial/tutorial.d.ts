/** Made by build/tutorial-plugin.ts from the files in tutorial/. */
declare module 'virtual:tutorial' {
  /** All lessons, in reading order. */
  export const lessons: import('./page-lesson.ts').PageLesson[];
}
