import { describe, expect, it } from 'vitest';
import { makeScript } from './make-script.ts';
import { cellOf, codeOf, connect } from './testing/script-of.ts';

describe('makeScript, of cells that belong together', () => {
  const add = cellOf('add', "const stream = db.stream('a');\nawait stream.add({ b: 'c' });");
  const connector = cellOf('connect', connect);

  it('takes along what a cell says it needs, and prints what was asked for', () => {
    const cells = [
      connector,
      add,
      cellOf('other', "await db.stream('other').add({ x: 'y' });"),
      cellOf('read', 'const all = await db.stream("a").read();\nall;', { needs: ['add'] }),
      cellOf('show', 'all.length;'),
    ];
    const result = makeScript(cells, 'both', ['read', 'show']);
    expect(result.file).toBe('both.mts');
    expect(result.cells).toEqual(['connect', 'add', 'read', 'show']);
    expect(result.text).toContain(
      '// It uses the key a: it does nothing where it is there already,',
    );
    expect(codeOf(result.text)).toBe(`import { Database } from 'walrus';

// Cell connect
const db = await Database.connect(process.env.REDIS_URL);

// What Redis has under this key may be somebody's: then nothing is done.
const keys = ['a'];
if ((await db.client.exists(keys)) > 0) {
  console.error(
    \`Redis has one of these keys already: \${keys.join(', ')}. Remove it, if nobody needs it (a run that \` +
      'failed may have left it), or let REDIS_URL name another Redis.',
  );
  process.exit(1);
}

// Cell add
const stream = db.stream('a');
await stream.add({ b: 'c' });

// Cell read
const all = await db.stream("a").read();
console.log(all);

// Cell show
console.log(all.length);

await db.client.del(keys);
await db.close();
`);
  });

  it('begins a cell that waits, wakes it, and lets it wait no longer than ten seconds', () => {
    const wait = cellOf('wait-here', 'const got = await stream.read({ block: 0 });\ngot;', {
      blocking: true,
    });
    const wake = cellOf('wake', "await stream.add({ d: 'e' });", { wakes: 'wait-here' });
    const after = cellOf('after', 'got.length;');
    const begun = `// Cell wait-here
// It waits, 10 seconds at most, while the script goes on.
const waitHere = (async () => {
  const got = await stream.read({ block: 10000 });
`;
    const alone = makeScript([connector, add, wait, wake, after], 'wait-here', ['wait-here']);
    expect(alone.text).toContain(`${begun}  return got;\n})();\n`);
    expect(alone.text).toContain(
      "\n// Cell wake\nawait stream.add({ d: 'e' });\n\nconsole.log(await waitHere);\n\nawait db.client.del(",
    );
    const used = makeScript([connector, add, wait, wake, after], 'after', ['after']);
    expect(used.text).toContain(`${begun}  return { got };\n})();\n`);
    expect(used.text).toContain(
      '\nconst { got } = await waitHere;\n\n// Cell after\nconsole.log(got.length);',
    );
  });

  it('takes functions and types from the beginning of a cell without what the cell does', () => {
    const tools = cellOf(
      'tools',
      'const twice = (n: number) => 2 * n; // two times\ninterface Pair { a: number }\n\n// Now do it.\nawait db.client.del("p");\ntwice(1);',
    );
    const use = cellOf('use', 'const pair: Pair = { a: twice(2) };\npair;');
    const { cells, text } = makeScript([connector, tools, use], 'use', ['use']);
    expect(cells).toEqual(['use']);
    expect(codeOf(text)).toBe(`// From “Cell tools”
const twice = (n: number) => 2 * n; // two times
interface Pair { a: number }

// Cell use
const pair: Pair = { a: twice(2) };
console.log(pair);
`);
    const both = makeScript([connector, tools, use], 'all', ['tools', 'use']);
    expect(both.cells).toEqual(['connect', 'tools', 'use']);
    expect(both.text).toContain(
      'interface Pair { a: number }\n\n// Now do it.\nawait db.client.del("p");\nconsole.log(twice(1));',
    );
    expect(both.text.match(/Cell tools/g)).toHaveLength(1);
  });

  it('says that something may be missing only where a text is the learner’s own', () => {
    const read = cellOf('read', 'await db.stream("a").range();');
    const missing = 'is\n// not there.';
    expect(makeScript([connector, add, read], 'read', ['read']).text).not.toContain(missing);
    const own = { ...read, isOriginal: false };
    expect(makeScript([connector, add, own], 'read', ['read']).text).toContain(missing);
    expect(makeScript([connector, own], 'read', ['read']).text).not.toContain(missing);
  });

  it('finds the keys in lists, loops, maps and calls of the bare client, and none where it only reads', () => {
    const keysOf = (text: string) =>
      /const keys = \[(.*)\]/.exec(
        makeScript(
          [
            connector,
            cellOf('names', "const names = ['x', 'y'] as const; const other = 'z';"),
            cellOf('use', text),
          ],
          'use',
          ['use'],
        ).text,
      )?.[1] ?? null;
    expect(keysOf('for (const key of names) await db.stream(key).add({ a: 1 });')).toBe("'x', 'y'");
    expect(
      keysOf("const g = db.consumerGroup('g', { p: '0-0', 'q-r': '$' }); await g.create();"),
    ).toBe("'p', 'q-r'");
    expect(
      keysOf("await db.timeSeries('t', names).create(); await db.client.set(other, '1');"),
    ).toBe("'x', 'y', 'z'");
    expect(
      keysOf("await db.client.multi().incr(`n`).del(['it\\'s']).exec(); new Map().set('no', 1);"),
    ).toBe("'it\\'s', 'n'");
    expect(keysOf("await db.stream('x').range();")).toBe(null);
  });
});
