import { describe, expect, it } from 'vitest';
import type { Value } from '../value/value.ts';
import { columnName } from './column-name.ts';
import { countOf } from './count-of.ts';
import { tablesOf } from './tables-of.ts';

const object = (parts: Record<string, Value>, name: string | null = null): Value => ({
  kind: 'object',
  name,
  entries: Object.entries(parts),
  omitted: 0,
});
const list = (items: Value[], length = items.length): Value => ({
  kind: 'list',
  name: null,
  length,
  items,
});
const entry = (id: string, fields: Record<string, Value>) =>
  object({ id, message: object(fields) });
const date = (time: number): Value => ({ kind: 'date', time });

describe('tablesOf', () => {
  it('gives a column to every field that an entry has', () => {
    const [table, ...others] =
      tablesOf(list([entry('1-0', { a: 'x' }), entry('2-0', { b: 'y', a: 'z' })], 100)) ?? [];
    expect(others).toEqual([]);
    expect(table?.columns.map(columnName)).toEqual(['Entry', 'a', 'b']);
    expect(table?.rows).toEqual([
      { id: '1-0', cells: ['1-0', 'x', null] },
      { id: '2-0', cells: ['2-0', 'z', 'y'] },
    ]);
    expect(table && countOf(table)).toBe('100 entries');
  });

  it('puts what has no column together', () => {
    const names = Array.from({ length: 11 }, (_, i) => `f${i}`);
    const fields = Object.fromEntries(names.map((name) => [name, 'x']));
    const [table] = tablesOf(list([entry('1-0', fields), entry('2-0', { f0: 'y' })])) ?? [];
    expect(table?.columns.at(-1)).toEqual({ kind: 'rest', count: 3 });
    expect(table?.rows[0]?.cells.at(-1)).toMatchObject({
      entries: [
        ['f8', 'x'],
        ['f9', 'x'],
        ['f10', 'x'],
      ],
    });
    expect(table?.rows[1]?.cells.at(-1)).toBeNull();
  });

  it('makes one of each stream of a group read', () => {
    const read = list([
      object({ name: 'a', messages: list([entry('1-0', { x: '1' })]) }),
      object({ name: 'b', messages: list([entry('2-0', { x: '2' })]) }),
    ]);
    expect(tablesOf(read)?.map(({ stream, rows }) => [stream, rows.length])).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
  });

  it('knows messages of a time series, and entries with their deliveries', () => {
    const parts = { stream: 's', id: '5-0', timestamp: date(5), sequence: 0 };
    const message = object({ ...parts, data: object({ m: 'x' }) }, 'Message');
    expect(tablesOf(list([message]))?.[0]?.columns.map(columnName)).toEqual([
      'Entry',
      'Stream',
      'm',
    ]);
    const claimed = object({
      id: '1-0',
      message: object({}),
      millisElapsedFromDelivery: 5,
      deliveriesCounter: 2,
    });
    const columns = ['Entry', 'Idle time', 'Delivery count'];
    expect(tablesOf(list([claimed]))?.[0]?.columns.map(columnName)).toEqual(columns);
  });

  it('knows pending rows, also those whose id is a pair of a Date and a number', () => {
    const row = { consumer: 'c', millisecondsSinceLastDelivery: 7, deliveriesCounter: 1 };
    const rows = list([object({ id: '1-2', ...row }), object({ id: list([date(3), 4]), ...row })]);
    expect(tablesOf(rows)?.[0]).toMatchObject({
      kind: 'pending',
      columns: [{ kind: 'id' }, { kind: 'consumer' }, { kind: 'idle' }, { kind: 'deliveries' }],
      rows: [
        { id: '1-2', cells: ['1-2', 'c', 7, 1] },
        { id: '3-4', cells: ['3-4', 'c', 7, 1] },
      ],
    });
  });

  it.each<[string, Value]>([
    ['an empty list', list([])],
    ['a text', 'x'],
    ['an entry alone', entry('1-0', {})],
    [
      'entries with something else on them',
      list([object({ id: '1-0', message: object({}), more: 1 })]),
    ],
    ['objects whose id is none', list([entry('first', {})])],
    ['entries and something else', list([entry('1-0', {}), 'x'])],
    [
      'entries and pending rows',
      list([
        entry('1-0', {}),
        object({
          id: '1-0',
          consumer: 'c',
          millisecondsSinceLastDelivery: 1,
          deliveriesCounter: 1,
        }),
      ]),
    ],
    ['a group read with nothing of a stream', list([object({ name: 'a', messages: list([]) })])],
    [
      'an entry that was told in part',
      list([
        object({ id: '1-0', message: { kind: 'object', name: null, entries: [], omitted: 1 } }),
      ]),
    ],
  ])('does not make a table of %s', (_, value) => {
    expect(tablesOf(value)).toBeNull();
  });
});
