/** Made by build/tutorial-plugin.ts from the files in tutorial/, or in another folder of lessons. */
declare module 'virtual:tutorial' {
  /** What the course says of itself. */
  export const course: import('./page-course.ts').PageCourse;
  /** All lessons, in reading order. */
  export const lessons: import('./page-lesson.ts').PageLesson[];
}

/** Made by the same; imported late. */
declare module 'virtual:tutorial-code' {
  /** The cells' code for node-redis, highlighted, by slug. */
  export const codeHtml: Record<string, string>;
}

/** Made by the same; imported late. */
declare module 'virtual:tutorial-notebooks' {
  /** The course as notebooks for Jupyter, in each dialect that it has. */
  export const notebooks: Partial<
    Record<
      import('../../core/lesson/lesson.ts').Dialect,
      import('../../core/ipynb/notebook.ts').Notebook
    >
  >;
}

/** Made by build/recorded-plugin.ts. */
declare module 'virtual:recorded' {
  /** Where the recorded runs of each dialect are, below the base of the page; null where there are none. */
  export const recordedFiles: Record<import('../../core/lesson/lesson.ts').Dialect, string | null>;
}

/** Made by build/patterns-plugin.ts. */
declare module 'virtual:patterns' {
  /** The patterns of the TypeScript grammar, each with the source of its translation. */
  export const patterns: ReadonlyMap<string, string>;
}
