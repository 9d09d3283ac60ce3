import { describe, expect, it } from 'vitest';
import type { Value } from '../../core/value/value.ts';
import { kernel, run, signals, useRecordedKernel } from './recorded-kernel.ts';

useRecordedKernel();

/** The structure of a cell's value; undefined when it has only a text. */
async function valueOf(source: string): Promise<Value | undefined> {
  const { result } = await run(source);
  if (result.output?.kind !== 'value') throw new Error(JSON.stringify(result));
  return result.output.values?.[0];
}

const plain = (entries: [string, Value][]): Value => ({
  kind: 'object',
  name: null,
  entries,
  omitted: 0,
});
const list = (...items: Value[]): Value => ({
  kind: 'list',
  name: null,
  length: items.length,
  items,
});

describe('the structure of a value', () => {
  it('is that of its kind, for everything that a language has', async () => {
    const value = await valueOf(`
      class Point { #secret = 1; constructor(public x: number) {} }
      ({
        text: 'a', number: 1.5, big: 12n, yes: true, nothing: null, none: undefined,
        odd: [NaN, -0, Infinity], symbol: Symbol('s'), [Symbol('key')]: 1,
        date: new Date(0), wrong: new Date(NaN), match: /a+/gi,
        named: function f() {}, Point, point: new Point(2),
        bytes: Buffer.from('hi'), numbers: new Float64Array([1, 2]),
        map: new Map<unknown, unknown>([['k', 1], [{ a: 1 }, 2]]), set: new Set([1, 'b']),
        hole: [1, , 3], bare: Object.assign(Object.create(null), { a: 1 }),
        waiting: new Promise(() => {}), done: Promise.resolve(1),
        get computed() { throw new Error('must not be called') },
      })`);
    expect(value).toEqual(
      plain([
        ['text', 'a'],
        ['number', 1.5],
        ['big', { kind: 'bigint', digits: '12' }],
        ['yes', true],
        ['nothing', null],
        ['none', { kind: 'word', text: 'undefined' }],
        [
          'odd',
          list(
            { kind: 'word', text: 'NaN' },
            { kind: 'word', text: '-0' },
            { kind: 'word', text: 'Infinity' },
          ),
        ],
        ['symbol', { kind: 'symbol', text: 'Symbol(s)' }],
        ['date', { kind: 'date', time: 0 }],
        ['wrong', { kind: 'date', time: null }],
        ['match', { kind: 'regexp', text: '/a+/gi' }],
        ['named', { kind: 'function', name: 'f', isClass: false }],
        ['Point', { kind: 'function', name: 'Point', isClass: true }],
        ['point', { kind: 'object', name: 'Point', entries: [['x', 2]], omitted: 0 }],
        ['bytes', { kind: 'bytes', name: 'Buffer', length: 2, hex: '6869' }],
        ['numbers', { kind: 'list', name: 'Float64Array', length: 2, items: [1, 2] }],
        [
          'map',
          {
            kind: 'map',
            name: 'Map',
            size: 2,
            entries: [
              ['k', 1],
              [plain([['a', 1]]), 2],
            ],
          },
        ],
        ['set', { kind: 'set', name: 'Set', size: 2, items: [1, 'b'] }],
        ['hole', list(1, { kind: 'word', text: 'empty' }, 3)],
        ['bare', plain([['a', 1]])],
        ['waiting', { kind: 'promise', state: 'pending' }],
        ['done', { kind: 'promise', state: 'fulfilled' }],
        ['computed', { kind: 'accessor', text: '[Getter]' }],
        ['[Symbol(key)]', 1],
      ]),
    );
  });

  it('knows an error with its frames, and an object that holds itself', async () => {
    expect(await valueOf("new RangeError('far', { cause: 1 })")).toMatchObject({
      kind: 'error',
      name: 'RangeError',
      message: 'far',
      stack: expect.stringMatching(/^ {4}at cell\.ts:1:1$/),
    });
    expect(await valueOf('const loop: any = { inner: {} }; loop.inner.up = loop; loop')).toEqual(
      plain([['inner', plain([['up', { kind: 'circular', up: 2 }]])]]),
    );
  });

  it('is that of what Redis answers, through the library and through the client', async () => {
    const entries = list(
      plain([
        ['id', '1-0'],
        ['message', plain([['a', 'b']])],
      ]),
    );
    const stream =
      "const s = new Database(client).stream('s'); await s.add({ a: 'b' }, { id: '1-0' });";
    expect(await valueOf(`${stream} await s.range()`)).toEqual(entries);
    expect(await valueOf("await client.xRange('s', '-', '+')")).toEqual(entries);
    const series = "const ts = new Database(client).timeSeries('g', ['s']); await ts.s.range()";
    expect(await valueOf(series)).toMatchObject({
      items: [
        {
          kind: 'object',
          name: 'Message',
          entries: [
            ['stream', 's'],
            ['id', '1-0'],
            ['timestamp', { kind: 'date', time: 1 }],
            ['sequence', 0],
            ['data', plain([['a', 'b']])],
          ],
        },
      ],
    });
    // What shows itself in its own words does so inside other things too.
    expect(await valueOf('({ s })')).toEqual(
      plain([['s', { kind: 'other', text: "Stream { key: 's' }" }]]),
    );
    expect(await valueOf('s')).toBeUndefined();
  });

  it.each([
    ['a text', "'x'.repeat(1000)"],
    ['a number', '1'],
    ['a function', '() => 1'],
    ['what shows itself', "({ [Symbol.for('nodejs.util.inspect.custom')]: () => 'me' })"],
    ['a proxy', 'new Proxy({}, { ownKeys() { throw 1 }, get() { throw 2 } })'],
  ])('is not told of %s, which its text says', async (_, source) => {
    expect(await valueOf(source)).toBeUndefined();
  });

  it.each([
    ['a long list', 'Array.from({ length: 1e6 }, (_, i) => i)', { length: 1_000_000 }],
    [
      'a wide object',
      'Object.fromEntries(Array.from({ length: 1e4 }, (_, i) => [`k${i}`, i]))',
      { omitted: 9900 },
    ],
    ['a large Map', 'new Map(Array.from({ length: 1e5 }, (_, i) => [i, i]))', { size: 100_000 }],
    ['a large Set', 'new Set(Array.from({ length: 1e5 }, (_, i) => i))', { size: 100_000 }],
    [
      'long texts',
      "({ a: 'x'.repeat(1e6) })",
      { entries: [['a', { kind: 'text', length: 1_000_000 }]] },
    ],
    ['many long texts', "Array.from({ length: 100 }, () => 'x'.repeat(1e4))", { length: 100 }],
    [
      'something deep',
      'let deep: any = {}; for (let i = 0; i < 1e5; i++) deep = { deep }; deep',
      {},
    ],
    [
      'what branches without end',
      'let tree: any = {}; for (let i = 0; i < 40; i++) tree = { a: tree, b: tree, c: tree }; tree',
      {},
    ],
    [
      'many that show themselves',
      "Array.from({ length: 100 }, () => ({ [Symbol.for('nodejs.util.inspect.custom')]: () => 'y'.repeat(1e4) }))",
      { length: 100 },
    ],
    [
      'one that lies about its class, its size and its items',
      `new (class extends Map { get size() { return 1e9 } *[Symbol.iterator]() { throw 1 } entries() { throw 1 } })([[1, 2]])`,
      { kind: 'map', size: 1, entries: [[1, 2]] },
    ],
    [
      'one that holds traps',
      `({ a: new Proxy({}, { get() { throw 1 }, ownKeys() { throw 1 }, getPrototypeOf() { throw 1 } }), b: Object.create(new Proxy({}, { getPrototypeOf() { throw 1 }, getOwnPropertyDescriptor() { throw 1 } })) })`,
      {
        entries: [
          ['a', { kind: 'other', text: 'Proxy' }],
          ['b', { kind: 'object' }],
        ],
      },
    ],
    [
      'one that throws at whoever looks',
      `({ get a() { throw 1 }, set b(_: unknown) {}, c: { get [Symbol.for('nodejs.util.inspect.custom')]() { throw 1 } } })`,
      { kind: 'object' },
    ],
  ])('is bounded, and nothing of the cell is called: %s', async (_, source, expected) => {
    const value = await valueOf(source);
    expect(value).toMatchObject(expected);
    expect(JSON.stringify(value).length).toBeLessThan(150_000);
  });
});

describe('what console prints', () => {
  const printed = async (source: string) => {
    const { id } = await run(source);
    return signals.flatMap((signal) =>
      signal.kind === 'text' && signal.run === id ? [signal] : [],
    );
  };

  it('brings its structure where it is more than a line', async () => {
    const [words, entries, after] = await printed(
      "console.log('short', { a: 1 }); console.log('got', Array.from({ length: 3 }, (_, i) => ({ id: `153900000000${i}-0`, message: { a: 'b' } }))); console.log('after')",
    );
    expect([words?.text, words?.values]).toEqual(['short { a: 1 }\n', undefined]);
    expect(entries?.text).toContain("{ id: '1539000000000-0', message: { a: 'b' } }");
    expect(entries?.values).toMatchObject(['got', { kind: 'list', length: 3 }]);
    expect([after?.text, after?.values]).toEqual(['after\n', undefined]);
  });

  it('brings it for a list of entries also where it is a short line, and for no other list', async () => {
    const [entries, ...others] = await printed(
      "console.log('got', [{ id: '1539000000000-0', message: { a: 'b' } }]); console.log(['1539000000000-0'], { id: '1-0', message: {} }); console.log([])",
    );
    expect(entries?.values).toMatchObject(['got', { kind: 'list', length: 1 }]);
    expect(others.flatMap(({ values }) => values ?? [])).toEqual([]);
    expect(others.map(({ text }) => text).join('')).toMatch(/1539000000000-0[^]*\[\]/);
  });

  it('does not for a format, a table, or a promise', async () => {
    const wide = '{ a: "x".repeat(100) }';
    for (const source of [
      `console.log('%o', ${wide})`,
      `console.table([${wide}])`,
      `console.log(new Promise(() => {}))`,
    ]) {
      expect((await printed(source)).map(({ values }) => values)).toEqual([undefined]);
    }
  });

  it('does so for the first hundred values, and shows the text of the others', async () => {
    const texts = await printed(
      "for (let i = 0; i < 300; i++) console.log({ i, a: 'x'.repeat(100) })",
    );
    expect(texts.filter(({ values }) => values)).toHaveLength(100);
    expect(texts.map(({ text }) => text).join('')).toMatch(/i: 299/);
    const short = await printed(
      "for (let i = 0; i < 300; i++) console.log(['1-0']); console.log(Array(100).fill('x'))",
    );
    expect(short.filter(({ values }) => values)).toHaveLength(1);
  });

  it('is shown when a cell has broken what the structure is made with', async () => {
    const [shown] = await printed(
      "{ const push = Array.prototype.push; Array.prototype.push = () => { throw 1 }; try { console.log({ a: 'x'.repeat(100) }) } catch (error) { Array.prototype.push = push; console.log(String(error)) } finally { Array.prototype.push = push } }",
    );
    expect(shown?.text).toBeTruthy();
    expect(kernel.pid).toBeTruthy();
  });
});
