import { describe, expect, it } from 'vitest';
import { useArena } from './support/arena.ts';

const MOST = 100_000;
const arena = useArena({ outputCharacters: MOST, sessionOutputCharacters: 3 * MOST });

const CUT = 'The output was cut here';

describe('a flood of output is cut, and said so', () => {
  it.each([
    ['of lines', "for (let i = 0; i < 1e6; i++) console.log('line', i)"],
    ['of one line', "console.log('x'.repeat(1e7))"],
    ['of errors', "for (let i = 0; i < 1e5; i++) console.error('x'.repeat(100))"],
    [
      'of tiny pieces',
      "for (let i = 0; i < 1e5; i++) { process.stdout.write('a'); process.stderr.write('b') }",
    ],
    ['of tables', "for (let i = 0; i < 2000; i++) console.table([{ a: 'x'.repeat(50) }])"],
    ['of characters that JSON makes six of', "console.log('\\u0001'.repeat(1e6))"],
    ['over time', "for (let i = 0; i < 300; i++) { console.log('x'.repeat(1000)); await null }"],
  ])('%s', async (_, source) => {
    const { text, notices } = await arena.held(source);
    expect(text.length).toBeLessThanOrEqual(MOST);
    expect(notices.join()).toContain(CUT);
  });

  it.each([
    [
      'past the notebook',
      'for (let i = 0; i < 200; i++) Deno.stderr.writeSync(new Uint8Array(65536).fill(120)); undefined',
    ],
    [
      'past the notebook, to where the server has read an address',
      "for (let i = 0; i < 1000; i++) Deno.stderr.writeSync(new TextEncoder().encode('ws://127.0.0.1:1/x\\n')); undefined",
    ],
    [
      'to nowhere',
      'for (let i = 0; i < 100; i++) Deno.stdout.writeSync(new Uint8Array(1e5)); undefined',
    ],
  ])('or not seen at all: %s', async (_, source) => {
    const { run } = await arena.held(source);
    expect(run.outputs).toEqual([]);
  });
});

describe('what the kernel counts with may be replaced', () => {
  const REPLACE = "String.prototype.slice = function () { return this + '' };";

  it('and output is cut all the same', async () => {
    const shown = await arena.held(
      `{ const { slice } = String.prototype; ${REPLACE}
         for (let i = 0; i < 300; i++) { console.log('x'.repeat(10_000)); await null }
         String.prototype.slice = slice; }`,
    );
    expect(shown.text.length).toBeLessThanOrEqual(MOST);
    expect(shown.notices.join()).toContain(CUT);
  });

  it('and a value is cut all the same', async () => {
    const { value } = await arena.attacker.run(
      `${REPLACE} ({ [Symbol.for('nodejs.util.inspect.custom')]: () => 'x'.repeat(1e6) })`,
    );
    expect(value).toHaveLength(120_000);
    await arena.restartHelps('1');
  });
});

describe('a value that is too large is shown in part', () => {
  it.each([
    ['a long text', "'x'.repeat(1e7)"],
    ['a long list', 'Array.from({ length: 1e6 }, (_, i) => i)'],
    ['a large buffer', 'new Uint8Array(1e8)'],
    [
      'a deep one',
      '{ const deep: any = {}; let at = deep; for (let i = 0; i < 1e5; i++) at = at.next = {}; globalThis.deep = deep } deep',
    ],
    ['a wide one', 'Object.fromEntries(Array.from({ length: 1e5 }, (_, i) => [`key${i}`, i]))'],
    [
      'one that goes in circles',
      'const circle: any = []; for (let i = 0; i < 100; i++) circle.push(circle); circle',
    ],
    [
      'one that branches without end',
      '{ let tree: any = {}; for (let i = 0; i < 40; i++) tree = { a: tree, b: tree, c: tree }; globalThis.tree = tree } tree',
    ],
    [
      'one that lies about itself',
      "new Proxy([], { get: (t, k) => (k === 'length' ? 1e9 : Reflect.get(t, k)) })",
    ],
    [
      'one with a name without end',
      "Object.defineProperty(() => 0, 'name', { value: 'n'.repeat(1e6) })",
    ],
    ['an error with a message without end', "new Error('m'.repeat(1e6))"],
  ])('%s', async (_, source) => {
    const { status, value } = await arena.held(source);
    expect(status).toBe('ok');
    expect(value?.length).toBeLessThan(110_000);
  });

  it('also when it is thrown', async () => {
    const { error } = await arena.held("throw new Error('m'.repeat(1e7))");
    expect(error?.message).toMatch(/m… 9,990,000 more characters$/);
    expect(JSON.stringify(error).length).toBeLessThan(50_000);
  });

  it('also when it is thrown where most of the memory is in use', async () => {
    const full = 'globalThis.many = Array.from({ length: 16e5 }, (_, i) => ({ i, a: [i] })); 1';
    expect((await arena.held(full)).value).toBe('1');
    await arena.held("throw new Error('m'.repeat(1e7))");
    await arena.held('many.length = 0');
  });
});

it('many runs with much output do not add up: the oldest is dropped', async () => {
  for (let i = 0; i < 6; i++) await arena.attacker.run(`console.log('y'.repeat(${MOST - 10}))`);
  const characters = JSON.stringify(arena.attacker.view.runs.map(({ outputs }) => outputs)).length;
  expect(characters).toBeLessThan(4 * MOST);
  await arena.held('1');
});
