import { describe, expect, it } from 'vitest';
import { cellsOf } from '../../core/lesson/cells-of.ts';
import { makeScript } from '../../core/script/make-script.ts';
import { stripTypes } from '../../server/kernel/transpile/strip-types.ts';
import { readTutorial } from './read-tutorial.ts';

const cells = readTutorial()
  .flatMap(cellsOf)
  .map(({ slug, title, code }) => ({ slug, title, text: code.walrus }));

describe('every cell as a script', () => {
  it.each(cells.map(({ slug }, index) => [slug, index] as const))('%s', (slug, index) => {
    const { file, text } = makeScript(cells.slice(0, index + 1));
    expect(file).toBe(`${slug}.mts`);
    // Node strips types in the same way: what this takes, runs there.
    expect(stripTypes(text)).toContain('await Database.connect(process.env.REDIS_URL);');
    expect(text).toMatch(/\nawait db\.close\(\);\n$/);
  });
});
