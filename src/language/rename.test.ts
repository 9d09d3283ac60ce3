import { describe, expect, it } from 'vitest';
import { notebookAt } from './testing/notebook-at.ts';

/** The texts of the cells after the marked name was renamed; or why it was not. */
function renamed(to: string, ...texts: string[]): string[] | string {
  const { language, cells, place } = notebookAt(...texts);
  const result = language.rename({ ...place, to });
  if (result.kind === 'refused') return result.why;
  return cells.map(({ slug, text }) => {
    const edits = result.cells.find((cell) => cell.slug === slug)?.edits ?? [];
    return edits
      .toSorted((a, b) => b.span.start - a.span.start)
      .reduce((now, { span, text: by }) => {
        return now.slice(0, span.start) + by + now.slice(span.start + span.length);
      }, text);
  });
}

describe('rename', () => {
  it('renames in every cell that means this declaration, from wherever it is asked for', () => {
    const after = ['const other = 1; other', 'other + 1', '`${other}`'];
    expect(renamed('other', 'const x‸ = 1; x', 'x + 1', '`${x}`')).toEqual(after);
    expect(renamed('other', 'const x = 1; x', 'x + 1', '`${x‸}`')).toEqual(after);
  });

  it('leaves alone what another cell has declared anew', () => {
    expect(renamed('other', 'const x‸ = 1', 'x', 'const x = 2', 'x')).toEqual([
      'const other = 1',
      'other',
      'const x = 2',
      'x',
    ]);
    expect(renamed('other', 'const x = 1', 'x', 'const x = 2', 'x‸')).toEqual([
      'const x = 1',
      'x',
      'const other = 2',
      'other',
    ]);
  });

  it('keeps the names of properties where one word stands for both', () => {
    expect(renamed('key', 'const id‸ = 1', 'const row = { id }; row.id')).toEqual([
      'const key = 1',
      'const row = { id: key }; row.id',
    ]);
    expect(renamed('key', 'const row = { id: 1 }', 'const { i‸d } = row; id', 'id')).toEqual([
      'const row = { id: 1 }',
      'const { id: key } = row; key',
      'key',
    ]);
  });

  it('renames a property where it is used, in all cells', () => {
    expect(renamed('key', 'const row = { i‸d: 1 }', 'row.id', 'const { id } = row; id')).toEqual([
      'const row = { key: 1 }',
      'row.key',
      'const { key: id } = row; id',
    ]);
  });

  it('renames an import and a parameter', () => {
    expect(renamed('one', `import { once‸ } from 'events'`, 'once')).toEqual([
      `import { once as one } from 'events'`,
      'one',
    ]);
    expect(renamed('n', 'const f = (x‸) => x; const x = 1')).toEqual([
      'const f = (n) => n; const x = 1',
    ]);
  });

  it('says why it does not', () => {
    expect(renamed('x', 'console.lo‸g(1)')).toMatch(/not declared in this notebook/);
    expect(renamed('x', 'Arr‸ay.of(1)')).toMatch(/no name here|not declared/);
    expect(renamed('x', '1 +‸ 1')).toMatch(/no name here/);
    expect(renamed('2nd', 'const x‸ = 1')).toMatch(/“2nd” cannot be a name/);
    expect(renamed('class', 'const x‸ = 1')).toMatch(/“class” cannot be a name/);
    expect(renamed('y', 'const x‸ = 1', 'const y = x')).toMatch(/There is a y in this notebook/);
  });
});
