import { describe, expect, it } from 'vitest';
import { notebookAt } from './testing/notebook-at.ts';

const CONNECT = `import { Database } from 'walrus';\nconst db = await Database.connect();`;
const GROUP = `const cg = db.consumerGroup('cg', ['stream-a', 'stream-b']);`;

function problems(...texts: string[]) {
  const { language, cells } = notebookAt(...texts);
  return cells.flatMap(({ slug }) =>
    language.diagnose({ slug }).map(({ kind, message }) => `${slug} ${kind}: ${message}`),
  );
}

function names(...texts: string[]) {
  const { language, place } = notebookAt(...texts);
  return language.complete(place).map(({ name }) => name);
}

describe('completion', () => {
  it('offers what an earlier cell has made, down to the streams of a group', () => {
    expect(names(CONNECT, GROUP, 'cg.‸')).toEqual(
      expect.arrayContaining(['read', 'stream_a', 'stream_b']),
    );
    expect(names(CONNECT, GROUP, 'c‸')).toEqual(expect.arrayContaining(['cg', 'db', 'console']));
  });

  it('offers nothing that only a later cell declares, nor what it does not have itself', () => {
    expect(names('‸', 'const later = 1')).not.toContain('later');
    expect(names(CONNECT, 'db.‸')).not.toContain('length');
  });

  it('offers fields of what was read, and of commands of node-redis', () => {
    expect(names(CONNECT, `const [entry] = await db.stream('s').range();`, 'entry?.‸')).toEqual(
      expect.arrayContaining(['id', 'message']),
    );
    expect(names(CONNECT, 'db.client.‸')).toEqual(expect.arrayContaining(['xAdd', 'xReadGroup']));
    expect(names(CONNECT, 'db.client.‸')).not.toContain('XADD');
  });

  it('says what a completion is', () => {
    const { language, place } = notebookAt(CONNECT, 'db.stre‸');
    const found = language.completion({ ...place, name: 'stream' });
    expect(found?.code).toMatch(/stream/);
    expect(found?.markdown).not.toBe('');
  });
});

describe('description', () => {
  it('has the type, and what the author wrote', () => {
    const { language, place } = notebookAt(CONNECT, GROUP, 'await cg.re‸ad()');
    const found = language.describe(place);
    expect(found?.code).toMatch(/^\(method\) .*read\(options\?: GroupReadOptions\): Promise</);
    expect(found?.markdown).toContain('XREADGROUP');
  });

  it('tells a variable of another cell as what it is', () => {
    const { language, place } = notebookAt(CONNECT, 'd‸b');
    expect(language.describe(place)?.code).toBe('const db: Database<NodeRedisClient>');
  });

  it('says nothing of a name that nobody has declared', () => {
    const { language, place } = notebookAt('miss‸ing()');
    expect(language.describe(place)).toBeNull();
  });

  it('tells the parameters of a call, also while it is being typed', () => {
    const { language, place } = notebookAt(CONNECT, `await db.stream('a').add({ n: 1 }, ‸`);
    const help = language.sign(place);
    expect(help?.activeParameter).toBe(1);
    const [first] = help?.signatures ?? [];
    const label = first?.parameters[1]?.label ?? [0, 0];
    expect(first?.label.slice(...label)).toMatch(/^options\?: AddOptions/);
  });
});

describe('problems', () => {
  it.each([
    'await new Promise((resolve) => setTimeout(resolve, 10));',
    'await new Promise<void>((resolve) => { setTimeout(resolve, 10); });',
    'await new Promise((resolve) => setImmediate(resolve));',
    'const timer = setTimeout(() => console.log(1), 10); clearTimeout(timer);',
    "setInterval((text: string) => console.log(text), 10, 'x');",
  ])('finds none in code that waits: %s', (code) => {
    expect(problems(code)).toEqual([]);
  });

  it('finds a value of the wrong type that a timer is to hand over', () => {
    expect(problems('setTimeout((text: string) => text, 10, 1)')).toEqual([
      expect.stringContaining("doubt: Argument of type 'number'"),
    ]);
  });

  it('has none for what a notebook allows', () => {
    const cells = [
      'const a = 1; const b = a;',
      'const a = "again"; a.toUpperCase();',
      'for await (const x of [1]) console.log(x);',
      'await using z = { async [Symbol.asyncDispose]() {} };',
      'let n = 1; function twice(x) { return 2 * x }',
      'n += 1; n = twice(n); await (n); const unused = 1;',
      'type Row = { id: string }; export const rows: Row[] = [];',
      'const r: Row | undefined = rows[0];',
      '',
      '// only a comment',
    ];
    expect(problems(...cells)).toEqual([]);
  });

  it('are found by what the nearest cell above has declared', () => {
    expect(problems('const a = "x"', 'const a = 1', 'a.length')).toEqual([
      "c doubt: Property 'length' does not exist on type '1'.",
    ]);
    expect(problems('nowhere', 'const nowhere = 1')).toEqual([
      "a doubt: Cannot find name 'nowhere'.",
    ]);
  });

  it('have the type that node-redis leaves open for what XREAD gives', () => {
    const read = `const reply = await db.client.xRead({ key: 'a', id: '0' });`;
    expect(problems(CONNECT, read, 'reply?.[0]?.messages[0]?.message.x.trim()')).toEqual([]);
    expect(problems(CONNECT, read, 'reply?.[0]?.mesages')).toEqual([
      expect.stringContaining("Property 'mesages' does not exist"),
    ]);
  });

  it('are only those of the text when it cannot be read, also when it is left open', () => {
    expect(problems('const q = (', 'q')).toEqual(['a mistake: Expression expected.']);
    expect(problems('if (true) {')).toEqual([expect.stringMatching(/^a mistake: '}' expected/)]);
    expect(problems('const s = `open', 's')).toEqual([expect.stringMatching(/^a mistake: /)]);
  });

  it('are found anew when another cell has changed, moved or gone', () => {
    const { language } = notebookAt('const a = "x"', 'a.length');
    expect(language.diagnose({ slug: 'b' })).toEqual([]);
    language.cells({ order: ['a', 'b'], changed: [{ slug: 'a', text: 'const a = 1' }] });
    expect(language.diagnose({ slug: 'b' })).toHaveLength(1);
    language.cells({ order: ['b', 'a'], changed: [] });
    expect(language.diagnose({ slug: 'b' })[0]?.message).toBe("Cannot find name 'a'.");
    language.cells({ order: ['b'], changed: [{ slug: 'b', text: 'const b = 1' }] });
    expect(language.diagnose({ slug: 'b' })).toEqual([]);
  });
});

describe('definition', () => {
  it('leads to the cell that declares a name, and nowhere for one of a library', () => {
    const { language, place } = notebookAt('const here = 1', '', 'he‸re');
    expect(language.define(place)).toEqual({ slug: 'a', span: { start: 6, length: 4 } });
    const foreign = notebookAt('console.lo‸g()');
    expect(foreign.language.define(foreign.place)).toBeNull();
  });
});

describe('format', () => {
  it('tidies spaces, and nothing that is hidden behind the text', () => {
    const { language } = notebookAt('const a   =  {b:1};if(a){\nlog(a)\n}   ');
    const edits = language.format({ slug: 'a' });
    expect(apply('const a   =  {b:1};if(a){\nlog(a)\n}   ', edits)).toBe(
      'const a = { b: 1 }; if (a) {\n  log(a)\n}',
    );
    expect(language.format({ slug: 'nobody' })).toEqual([]);
  });
});

interface Edit {
  span: { start: number; length: number };
  text: string;
}

function apply(text: string, edits: Edit[]): string {
  return edits
    .toSorted((a, b) => b.span.start - a.span.start)
    .reduce(
      (now, { span, text: by }) =>
        now.slice(0, span.start) + by + now.slice(span.start + span.length),
      text,
    );
}
