import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../../server/server.ts';
import { Learner } from '../support/learner.ts';
import { startTestServer } from '../support/server.ts';

let server: RunningServer;
let learner: Learner;

beforeAll(async () => {
  server = await startTestServer();
  learner = new Learner(server);
});
afterAll(() => server.close());

const run = (source: string, cell?: string) => learner.run(source, cell ? { cell } : {});

describe('what a cell keeps and shows', () => {
  it('shows the value of the last expression as inspect does', async () => {
    const { value, status } = await run('({ a: 1, list: [1, 2], map: new Map([["k", 2n]]) })');
    expect(status).toBe('ok');
    expect(value).toBe("{ a: 1, list: [ 1, 2 ], map: Map(1) { 'k' => 2n } }");
  });

  it('shows nothing for a declaration, an empty cell or undefined', async () => {
    for (const source of [
      'const shown = 1;',
      '',
      '  \n',
      '// words',
      'undefined',
      'for (const i of [1]) i;',
    ]) {
      const { run: ended, status } = await run(source);
      expect([source, status, ended.outputs]).toEqual([source, 'ok', []]);
    }
  });

  it('takes TypeScript, with types that are blanked out and syntax that is rewritten', async () => {
    expect(
      (await run('interface P { n: number }\nconst p: P = { n: 4 };\np.n satisfies number')).value,
    ).toBe('4');
    expect((await run('enum Level { low = 1, high }\nLevel.high')).value).toBe('2');
    expect(
      (await run('class Point { constructor(public x: number) {} }\nnew Point(3).x')).value,
    ).toBe('3');
  });

  it('keeps variables, functions, classes and imports from cell to cell', async () => {
    await run(
      "import { inspect } from 'node:util';\nlet n = 1;\nconst k = 2;\nfunction twice(x: number) { return 2 * x }\nclass Box { v = 5 }",
    );
    await run('n += 10;');
    expect((await run('[n, k, twice(n), new Box().v, typeof inspect]')).value).toBe(
      "[ 11, 2, 22, 5, 'function' ]",
    );
  });

  it('lets a cell be run again', async () => {
    const source =
      "import { inspect } from 'node:util';\nconst again = 1; let more = 2; class Same {}\nfunction same() {}\nagain + more";
    expect((await run(source, 'same')).value).toBe('3');
    expect((await run(source, 'same')).value).toBe('3');
  });

  it('awaits at the top', async () => {
    expect(
      (await run('const late = await new Promise((done) => setTimeout(() => done(7), 5));\nlate'))
        .value,
    ).toBe('7');
    expect(
      (
        await run(
          'let sum = 0; for await (const x of (async function* () { yield 1; yield 2 })()) sum += x;\nsum',
        )
      ).value,
    ).toBe('3');
  });

  it('streams console output in order, with the value last', async () => {
    const shown = await run(
      "console.log('a %d', 1); console.error('b'); console.log({ c: 3 }); console.table([{ d: 4 }]); 5",
    );
    expect(
      shown.run.outputs.map((output) => [output.kind, 'stream' in output ? output.stream : null]),
    ).toEqual([
      ['text', 'stdout'],
      ['text', 'stderr'],
      ['text', 'stdout'],
      ['value', null],
    ]);
    expect(shown.text).toContain('a 1\nb\n{ c: 3 }\n');
    expect(shown.text).toContain('│ (index) │ d │');
  });

  it('shows output while the cell still runs', async () => {
    const id = learner.begin(
      "console.log('first'); await new Promise((done) => { globalThis.goOn = done }); console.log('second')",
    );
    await learner.until((view) => view.runs.find((one) => one.id === id && one.outputs.length > 0));
    expect(learner.view.runs.find((one) => one.id === id)?.status).toBe('running');
    await run('goOn()');
    expect((await learner.ended(id)).text).toBe('first\nsecond\n');
  });

  it('counts the runs of a kernel', async () => {
    const first = (await run('1')).run.count ?? 0;
    expect((await run('1')).run.count).toBe(first + 1);
  });
});

describe('what a cell gets wrong', () => {
  it('names the line and column of a syntax error, and runs nothing', async () => {
    const { status, error } = await run("console.log('no');\nconst x = ;");
    expect(status).toBe('error');
    expect(error).toMatchObject({ name: 'SyntaxError', line: 2, column: 11 });
  });

  it('refuses types that are broken', async () => {
    expect((await run('type A = {{{')).error).toMatchObject({ name: 'SyntaxError' });
  });

  it('names the place of a thrown error, also on the first line', async () => {
    const { error } = await run(
      'function deep(): never { throw new TypeError("bad") }\n\n  deep();',
      'thrower',
    );
    expect(error).toMatchObject({
      name: 'TypeError',
      message: 'bad',
      line: 1,
      column: 32,
      late: false,
    });
    expect(error?.stack).toContain('at deep (thrower.ts:1:32)');
    expect(error?.stack).toContain('thrower.ts:3:3');
  });

  it('shows nothing of the server in a stack', async () => {
    const shown = await run('const e = new Error("x"); console.log(e.stack); throw e');
    expect(shown.text + shown.error?.stack).not.toMatch(/boot|file:|node_modules|streambook_/);
  });

  it('shows what was thrown even when it is no error', async () => {
    expect((await run('throw { code: 4 }')).error).toMatchObject({
      name: 'Thrown',
      message: '{ code: 4 }',
    });
    expect((await run('throw undefined')).error).toMatchObject({ message: 'undefined' });
  });

  it('says what to do about a variable that is not there', async () => {
    expect((await run('nowhere')).error?.help?.text).toContain(
      'No cell that has run declares nowhere',
    );
  });

  it('shows late errors under the cell that caused them', async () => {
    const first = await run(
      'new Promise((done) => { globalThis.goOff = done }).then(() => setTimeout(() => { throw new Error("from a timer") }, 1)); Promise.reject(new Error("nobody awaits me")); undefined',
    );
    await run('goOff()');
    const { outputs } = await learner.until((view) =>
      view.runs.find((one) => one.id === first.run.id && one.outputs.length === 2),
    );
    expect(outputs).toMatchObject([
      { kind: 'error', message: 'nobody awaits me', line: 1 },
      { kind: 'error', message: 'from a timer', late: true, line: 1 },
    ]);
  });

  it('says so when nothing can resolve what a cell awaits', async () => {
    const { status, error } = await run('await new Promise(() => {})');
    expect(status).toBe('error');
    expect(error?.message).toContain('nothing can resolve');
  });

  it('cannot end the kernel by accident', async () => {
    const { generation } = learner.view.kernel;
    for (const source of ['process.exit(1)', 'Deno.exit()']) {
      expect((await run(source)).error?.message).toContain('Restart');
    }
    expect(learner.view.kernel.generation).toBe(generation);
  });
});

describe('what a cell can import', () => {
  it('gets walrus, redis and harmless built-ins', async () => {
    const { value } = await run(
      "import { Database } from 'walrus';\nimport { createClient } from 'redis';\nimport { setTimeout as sleep } from 'node:timers/promises';\nimport * as path from 'path';\nawait sleep(1);\n[typeof Database, typeof createClient, path.posix.join('a', 'b')]",
    );
    expect(value).toBe("[ 'function', 'function', 'a/b' ]");
  });

  it('says what there is when it asks for something else', async () => {
    for (const source of [
      "import 'lodash'",
      "import fs from 'node:fs'",
      "await import('https://example.org/x.js')",
    ]) {
      const { error } = await run(source);
      expect(error?.message).toContain('A cell can import: walrus, redis');
    }
  });

  it('says which export is missing, and what was meant', async () => {
    expect(
      (await run("import { creatClient } from 'redis';\ncreatClient()")).error?.message,
    ).toContain('Did you mean createClient?');
  });

  it('lets a type be imported like a value', async () => {
    expect(
      (await run("import { Database, Entry } from 'walrus';\nconst e: Entry | null = null; e"))
        .value,
    ).toBe('null');
  });
});

describe('values that are hard to show', () => {
  it.each([
    [
      'an object with cycles',
      'const o: any = { n: 1 }; o.self = o; o',
      '<ref *1> { n: 1, self: [Circular *1] }',
    ],
    ['a getter that throws', '({ get a() { throw new Error("no") } })', '{ a: [Getter] }'],
    [
      'a Proxy whose traps throw',
      'new Proxy({ a: 1 }, { get() { throw 1 }, ownKeys() { throw 2 } })',
      '{ a: 1 }',
    ],
    ['a function', 'function named() {}\nnamed', '[Function: named]'],
    ['a symbol', 'Symbol("s")', 'Symbol(s)'],
    ['minus zero', '-0', '-0'],
    ['a bigint', '10n', '10n'],
  ])('shows %s', async (_, source, value) => {
    expect((await run(source)).value).toBe(value);
  });

  it('shows the beginning of 100,000 elements', async () => {
    const { value } = await run('Array.from({ length: 100_000 }, (_, i) => i)');
    expect(value).toContain('... 99900 more items');
  });

  it('says so when showing a value throws', async () => {
    const { value, status } = await run(
      '({ [Symbol.for("nodejs.util.inspect.custom")]() { throw new Error("never") } })',
    );
    expect(status).toBe('ok');
    expect(value).toContain('cannot be shown');
  });

  it('bounds a flood of small outputs and of late errors', async () => {
    const flood = await run(
      "for (let i = 0; i < 30_000; i++) { console.log('a'); console.error('b') }",
    );
    expect(flood.run.outputs.length).toBeLessThan(11_000);
    const errors = await run(
      "for (let i = 0; i < 500; i++) queueMicrotask(() => { throw new Error('e' + i) }); const settled = await null",
    );
    await learner.until((view) =>
      view.runs.find(({ id, outputs }) => id === errors.run.id && outputs.length === 51),
    );
  });

  it('goes on when a cell forges what the kernel says', async () => {
    await run(
      `const apply = Reflect.apply;
       Reflect.apply = (f, self, args) => {
         if (f.name === '__streambook_emit' || typeof args?.[0] === 'string') {
           try { apply(f, self, ['not json']); apply(f, self, ['{"kind":"text","run":"x"}']); } catch {}
         }
         return apply(f, self, args);
       };
       console.log('forged');`,
    );
    await run('Reflect.apply = apply;');
    expect((await run('1 + 1')).value).toBe('2');
  });

  it('cuts output at the limit, says so, and goes on', async () => {
    const shown = await run(
      "for (let i = 0; i < 10_240; i++) console.log('x'.repeat(1023)); 'done'",
    );
    expect(shown.text.length).toBeGreaterThan(999_000);
    expect(shown.text.length).toBeLessThanOrEqual(1_000_000);
    expect(shown.notices).toEqual([expect.stringContaining('1,000,000 characters')]);
    expect(shown.value).toBe("'done'");
    expect((await run('1 + 1')).value).toBe('2');
  });
});
