import { describe, expect, it } from 'vitest';
import type { Value } from '../../../core/value/value.ts';
import { headOf } from './head-of.ts';
import { openedAtFirst } from './opened-at-first.ts';
import { preview } from './preview.ts';
import { stepInTree } from './step-in-tree.ts';
import { treeRows } from './tree-rows.ts';

const object = (parts: Record<string, Value>, omitted = 0): Value => ({
  kind: 'object',
  name: null,
  entries: Object.entries(parts),
  omitted,
});
const list = (items: Value[], length = items.length): Value => ({
  kind: 'list',
  name: null,
  length,
  items,
});
const text = (value: Value, most = 72) =>
  preview(value, most)
    .map((token) => token.text)
    .join('');

describe('treeRows', () => {
  const root = object({ a: 1, b: list(['x', 'y'], 5) }, 2);
  const shown = (open: string[]) =>
    treeRows(root, (path) => open.includes(path)).map(
      ({ path, level, name, state, position, siblings, more }) =>
        `${path} ${level} ${name ?? '-'} ${state} ${position}/${siblings}${more ? ` +${more}` : ''}`,
    );

  it('are the root, and what is in everything that is open', () => {
    expect(shown([])).toEqual(['0 1 - closed 1/1']);
    expect(shown(['0', '0.1'])).toEqual([
      '0 1 - open 1/1',
      '0.0 2 a leaf 1/3',
      '0.1 2 b open 2/3',
      '0.1.0 3 0 leaf 1/3',
      '0.1.1 3 1 leaf 2/3',
      '0.1.… 3 - leaf 3/3 +3',
      '0.… 2 - leaf 3/3 +2',
    ]);
  });

  it('are values also where they are null', () => {
    const [, row] = treeRows(object({ none: null }, 1), () => true);
    expect(row).toMatchObject({ name: 'none', value: null, more: 0 });
    expect(treeRows(object({}, 1), () => true)[1]).toMatchObject({ value: undefined, more: 1 });
  });

  it('tell the frames of an error', () => {
    const error: Value = {
      kind: 'error',
      name: 'E',
      message: 'm',
      stack: '  at a.ts:1:1',
      entries: [],
      omitted: 0,
    };
    expect(treeRows(error, () => true).map(({ name }) => name)).toEqual([null, 'stack']);
  });
});

describe('openedAtFirst', () => {
  it('opens the first level, and in a small tree what does not fit into a line', () => {
    const small = object({
      short: object({ a: 1 }),
      long: list(Array.from({ length: 9 }, () => 'x'.repeat(20))),
    });
    const isOpen = openedAtFirst(small);
    expect(['0', '0.0', '0.1'].map(isOpen)).toEqual([true, false, true]);
    const large = openedAtFirst(list(Array.from({ length: 60 }, () => small)));
    expect(['0', '0.0'].map(large)).toEqual([true, false]);
  });
});

describe('preview', () => {
  it('shows a small value as it would be written', () => {
    expect(text(object({ id: '1-0', message: object({ a: 'b' }) }))).toBe(
      "{ id: '1-0', message: { a: 'b' } }",
    );
    expect(text(list([1, null, true]))).toBe('Array (3) [ 1, null, true ]');
    expect(text({ kind: 'map', name: 'Map', size: 1, entries: [['k', 1]] })).toBe(
      "Map (1) { 'k' => 1 }",
    );
    expect(text({ kind: 'map', name: 'Map', size: 1, entries: [[null, null]] })).toBe(
      'Map (1) { null => null }',
    );
  });

  it('ends where the line does, and says that there is more', () => {
    const line = text(
      list(
        Array.from({ length: 100 }, (_, i) => i),
        500,
      ),
      30,
    );
    expect(line).toMatch(/^Array \(500\) \[ 0, 1, .*, … \]$/);
    expect(line.length).toBeLessThan(45);
    expect(text(object({ a: 'x'.repeat(1000) })).length).toBeLessThan(100);
    expect(text(object({ a: 1 }, 3))).toBe('{ a: 1, … }');
  });
});

describe('headOf', () => {
  it.each<[Value, string]>([
    ["it's\n", "'it\\'s\\n'"],
    [{ kind: 'text', text: 'ab', length: 1002 }, "'ab'… 1,000 more characters"],
    [{ kind: 'word', text: 'undefined' }, 'undefined'],
    [{ kind: 'bigint', digits: '12' }, '12n'],
    [{ kind: 'symbol', text: 'Symbol(s)' }, 'Symbol(s)'],
    [{ kind: 'function', name: '', isClass: false }, 'function'],
    [{ kind: 'function', name: 'A', isClass: true }, 'class A'],
    [{ kind: 'date', time: 0 }, '1970-01-01T00:00:00.000Z'],
    [{ kind: 'date', time: null }, 'Invalid Date'],
    [{ kind: 'regexp', text: '/a/' }, '/a/'],
    [{ kind: 'bytes', name: 'Buffer', length: 3, hex: '0102' }, 'Buffer (3) 01 02 …'],
    [list([]), '[]'],
    [object({}), '{}'],
    [{ kind: 'set', name: 'Set', size: 0, items: [] }, 'Set {}'],
    [{ kind: 'promise', state: 'pending' }, 'Promise (pending)'],
    [{ kind: 'accessor', text: '[Getter]' }, '[Getter]'],
    [{ kind: 'circular', up: 2 }, '[Circular: the object 2 levels above]'],
    [{ kind: 'other', text: 'Proxy' }, 'Proxy'],
  ])('writes %j as %s', (value, expected) => {
    expect(
      headOf(value)
        .map((token) => token.text)
        .join(''),
    ).toBe(expected);
  });
});

describe('stepInTree', () => {
  const rows = treeRows(object({ a: object({ b: 1 }), c: 2 }), (path) => path !== '0.9');
  const step = (key: string, at: number) => stepInTree(key, at, rows);

  it('walks, opens and closes as trees do', () => {
    expect(rows.map(({ path }) => path)).toEqual(['0', '0.0', '0.0.0', '0.1']);
    expect(step('ArrowDown', 0)).toEqual({ to: 1 });
    expect(step('ArrowDown', 3)).toEqual({ to: 3 });
    expect(step('ArrowUp', 0)).toEqual({ to: 0 });
    expect(step('End', 0)).toEqual({ to: 3 });
    expect(step('Home', 2)).toEqual({ to: 0 });
    expect(step('ArrowRight', 1)).toEqual({ to: 2 });
    expect(step('ArrowLeft', 2)).toEqual({ to: 1 });
    expect(step('ArrowLeft', 1)).toEqual({ toggle: 1 });
    expect(step('Enter', 1)).toEqual({ toggle: 1 });
    expect(step(' ', 3)).toEqual({ to: 3 });
    expect(step('x', 1)).toBeNull();
    expect(stepInTree('Enter', 0, [])).toBeNull();
    const closed = treeRows(object({ a: 1 }), () => false);
    expect(stepInTree('ArrowRight', 0, closed)).toEqual({ toggle: 0 });
  });
});
