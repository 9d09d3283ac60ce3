import { describe, expect, it } from 'vitest';
import { projectFiles } from './project-files.ts';

const LONGEST_LINES = 300;
const MEDIAN_LINES = 70;

/** Files that may be longer, each with the reason why it cannot be two. */
const LONGER: Record<string, string> = {
  'test/walrus/wire.test.ts':
    'one table: every call of the library beside the command that it sends',
};

const files = await projectFiles(['.ts', '.svelte', '.mjs', '.css']);
const lengths = files.map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }));

describe('files', () => {
  it(`have at most ${LONGEST_LINES} lines`, () => {
    const long = lengths.filter(({ path, lines }) => lines > LONGEST_LINES && !LONGER[path]);
    expect(long).toEqual([]);
  });

  it(`have a median of at most ${MEDIAN_LINES} lines`, () => {
    const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(MEDIAN_LINES);
  });

  it('are not listed as longer without being so', () => {
    const long = lengths.filter(({ lines }) => lines > LONGEST_LINES).map(({ path }) => path);
    expect(long).toEqual(expect.arrayContaining(Object.keys(LONGER)));
  });
});
