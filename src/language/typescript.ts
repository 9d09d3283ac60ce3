/** The compiler's API, handed in: the worker has the one that comes with Monaco, tests the installed one. */
export type TypeScript = typeof import('typescript');
