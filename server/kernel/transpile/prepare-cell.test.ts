import { describe, expect, it } from 'vitest';
import { CellSyntaxError } from './cell-syntax-error.ts';
import { prepareCell } from './prepare-cell.ts';

const prepare = (source: string) => prepareCell(source, 'h', 'r1', 'slug');

const PREFIX = 'await h.tick("r1");h.enter("r1");';

/** The code without what every cell gets. */
const body = (source: string) => {
  const { code } = prepare(source);
  return code.slice(PREFIX.length).replace(/\n\/\/# sourceURL=.*$/, '');
};

function problem(source: string): CellSyntaxError {
  try {
    prepare(source);
  } catch (error) {
    if (error instanceof CellSyntaxError) return error;
    throw error;
  }
  throw new Error('was accepted');
}

describe('prepareCell', () => {
  it('blanks types out and keeps every column', () => {
    expect(body('const x: number = 1;')).toBe('const x         = 1;');
  });

  it('rewrites what cannot be blanked out, and keeps its lines', () => {
    const code = body('enum Level { low, high }\nconst a = Level.high;\na');
    expect(code.split('\n')[2]).toBe('a');
    expect(code).toContain('Level');
  });

  it('tells the names that a cell shares with others, as many as are kept', () => {
    const { names } = prepare(
      "import { a } from 'x'; const b: T = a + c; type U = V; { let d = e; } f;",
    );
    expect(names).toEqual({ declares: ['a', 'b'], uses: ['c', 'e', 'f'] });
    const many = Array.from({ length: 300 }, (_, n) => `n${n}`);
    expect(prepare(`let ${many.join()}; ${'x'.repeat(101)}`).names).toEqual({
      declares: many.slice(0, 200),
      uses: [],
    });
  });

  it('begins with a turn of the event loop, named after the run', () => {
    expect(prepare('1').code).toBe(`${PREFIX}1\n//# sourceURL=cell:r1/slug.ts`);
  });

  it.each([
    ['1 + 1', true],
    ['const x = 1', false],
    ['const x = 1; x', true],
    ['for (const i of [1]) i;', false],
    ['', false],
    ['// only a comment', false],
    ['await Promise.resolve(1)', true],
  ])('knows whether %j ends in a value', (source, shows) => {
    expect(prepare(source).showsValue).toBe(shows);
  });

  it('takes a lone object literal for an object', () => {
    expect(body('{ a: 1 }')).toBe('({ a: 1 })');
    expect(body('{ const a = 1; }')).toBe('{ const a = 1; }');
  });

  it.each([
    [
      "import { a, b as c } from 'redis';",
      'const { "a": a, "b": c } = h.load("redis", ["a","b"]);',
    ],
    ["import d from 'redis';", 'const { "default": d } = h.load("redis", ["default"]);'],
    ["import * as all from 'redis';", 'const all = h.load("redis", []);'],
    ["import 'redis';", 'h.load("redis", []);'],
    ["import type { A } from 'redis';", '                               '],
  ])('loads %s', (source, code) => {
    expect(body(source)).toBe(code);
  });

  it('keeps the lines of an import that spans several', () => {
    expect(body("import {\n  a,\n} from 'redis';\na").split('\n')).toHaveLength(4);
  });

  it('does not ask the module for a name that is used as a type only', () => {
    expect(body("import { a, T } from 'walrus';\nconst x: T = a;")).toContain('["a"]');
  });

  it('loads dynamic imports too', () => {
    expect(body("const m = await import('redis');")).toBe(
      "const m = await Promise.resolve().then(() => h.load('redis'));",
    );
  });

  it('places a syntax error where the learner sees it', () => {
    expect(problem('const a = 1;\nconst b = ;')).toMatchObject({ line: 2, column: 11 });
    expect(problem('let a = 1;\nlet a = 2;')).toMatchObject({ line: 2, column: 5 });
    expect(problem('enum A { b }\nlet x = = 1')).toMatchObject({ line: 2 });
  });

  it('refuses text that is types only and broken', () => {
    expect(problem('type A = {').message).not.toBe('');
    expect(problem('interface B { a: }')).toBeInstanceOf(CellSyntaxError);
  });

  it('accepts a cell of types only', () => {
    expect(prepare('interface A { b: string }').showsValue).toBe(false);
  });
});
