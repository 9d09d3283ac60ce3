import { describe, expect, it } from 'vitest';
import { runProblem } from './run-problem.ts';

const TEXT = 'const a = 1;\n  stream.ad({ a });\n';

function marked(line: number | null, column: number | null): string | null {
  const problem = runProblem(TEXT, { message: 'no', line, column });
  if (problem === null) return null;
  const { start, length } = problem.span;
  return TEXT.slice(start, start + length);
}

describe('runProblem', () => {
  it('is the word, or the sign, at which the run failed', () => {
    expect(marked(1, 7)).toBe('a');
    expect(marked(2, 3)).toBe('stream');
    expect(marked(2, 10)).toBe('ad');
    expect(marked(2, 12)).toBe('(');
  });

  it('is nothing where the place is not known, or is not in the text', () => {
    expect(marked(null, null)).toBeNull();
    expect(marked(2, null)).toBeNull();
    expect(marked(9, 1)).toBeNull();
    expect(marked(1, 80)).toBeNull();
    expect(marked(3, 1)).toBeNull();
  });
});
