/** A mistake in a lesson file: an author's error, which names the place to look at. */
export class LessonError extends Error {
  override readonly name = 'LessonError';
  readonly file: string;
  /** 1-based. */
  readonly line: number;

  constructor(file: string, line: number, what: string) {
    super(`${file}:${line}: ${what}`);
    this.file = file;
    this.line = line;
  }
}
