/** A mistake in a lesson file: an author's error, which names the place to look at. */
export class LessonError extends Error {
  override readonly name = 'LessonError';
  readonly file: string;
  /** 1-based; null when it is not in a file, but with the folder. */
  readonly line: number | null;

  constructor(file: string, line: number | null, what: string) {
    super(line === null ? `${file}: ${what}` : `${file}:${line}: ${what}`);
    this.file = file;
    this.line = line;
  }
}
