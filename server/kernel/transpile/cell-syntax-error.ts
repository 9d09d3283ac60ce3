/** The learner's text is not TypeScript; the position is that in the text they see, both 1-based. */
export class CellSyntaxError extends Error {
  override name = 'SyntaxError';
  readonly line: number;
  readonly column: number;
  constructor(message: string, line: number, column: number) {
    super(message);
    this.line = line;
    this.column = column;
  }
}
