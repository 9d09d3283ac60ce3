import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeScript } from './make-script.ts';
import { REDIS_VERSION, WALRUS_FILE } from './script-head.ts';
import { code, connect, script } from './testing/script-of.ts';

describe('makeScript', () => {
  it('takes what the cell needs, connects by REDIS_URL, prints the value and closes', () => {
    const result = script(
      connect,
      "const other = db.stream('other');",
      "const stream = db.stream('stream-a');\nstream;",
      '// The newest ones.\nawait stream.range();',
    );
    expect(result).toEqual({
      file: 'd.mts',
      cells: ['a', 'c', 'd'],
      text: `// npm install walrus@file:../streambook/streambook-walrus-0.1.0.tgz
//   walrus is not on npm. In a checkout of Streambook, here the folder ../streambook,
//   "npm install" and then "npm pack ./walrus" make that file.
// node d.mts
//   from Node 22.18 on; before that, npx tsx d.mts
//   or, with Deno: deno run --allow-net --allow-env d.mts
//   REDIS_URL says where Redis is, if not at redis://127.0.0.1:6379.

import { Database } from 'walrus';
import { inspect } from 'node:util';

// Node prints an object to the second level only, unless it is told otherwise.
inspect.defaultOptions.depth = null;

// Cell a
const db = await Database.connect(process.env.REDIS_URL);

// Cell c
const stream = db.stream('stream-a');

// Cell d
// The newest ones.
console.log(await stream.range());

await db.close();
`,
    });
  });

  it('merges imports and leaves out those that nobody uses', () => {
    expect(
      code(
        "import { Database, type Entry, Stream } from 'walrus';\nimport * as util from 'node:util';\nconst a = 1;",
        "import { Database as Base, isDeleted } from 'walrus';\nimport def, { once } from 'node:events';\nimport 'redis';\nconst b = [Base, isDeleted, def, a];",
        "import { isDeleted } from 'walrus';\nconst entry: Entry | null = null;\nconsole.log(util.inspect(entry), isDeleted, b);",
      ),
    ).toBe(`import { type Entry, Database as Base, isDeleted } from 'walrus';
import * as util from 'node:util';
import def from 'node:events';

// Cell a
const a = 1;

// Cell b
const b = [Base, isDeleted, def, a];

// Cell c
const entry: Entry | null = null;
console.log(util.inspect(entry), isDeleted, b);
`);
  });

  it('connects and closes clients of node-redis', () => {
    expect(
      code(
        "import { createClient } from 'redis';\nconst client = await createClient().connect();\nconst second = client.duplicate();\nconst done = await createClient({ url }).connect();\nawait done.close();",
        'await client.ping()\nsecond',
      ),
    ).toBe(`import { createClient } from 'redis';

// Cell a
const client = await createClient({ url: process.env.REDIS_URL }).connect();
const second = client.duplicate();
const done = await createClient({ url }).connect();
await done.close();

// Cell b
await client.ping()
console.log(second)

await second.close();
await client.close();
`);
  });

  it('lets two cells declare one name, as the notebook does', () => {
    expect(
      code(
        'const x = 1, keep = x;',
        'const y = x + 1; const f = (x: number) => x; const o = { x };',
        'const x = y; const { x1 } = { x1: keep };',
        '[x, y, o, f, x1];',
      ),
    ).toBe(`// Cell a
const x2 = 1, keep = x2;

// Cell b
const y = x2 + 1; const f = (x: number) => x; const o = { x: x2 };

// Cell c
const x = y; const { x1 } = { x1: keep };

// Cell d
console.log([x, y, o, f, x1]);
`);
  });

  it('prints no value where there is none to see, and any that there is', () => {
    expect(code('let a;', 'a = 5;')).toContain('\na = 5;\n');
    expect(code('console.log(1)')).toBe('// Cell a\nconsole.log(1)\n');
    expect(code('{ a: 1 }')).toBe('// Cell a\nconsole.log(({ a: 1 }));\n');
    expect(code('1, 2;')).toBe('// Cell a\nconsole.log((1, 2));\n');
    expect(code('5 // five')).toBe('// Cell a\nconsole.log(5) // five\n');
  });

  it('knows imports in the middle of code, and needs nothing where nothing is imported', () => {
    expect(script("const { createClient } = await import('redis');").text).toMatch(
      /^\/\/ npm install redis@6\n/,
    );
    expect(script('1').text).toMatch(/^\/\/ There is nothing to install\.\n\/\/ node a\.mts\n/);
  });

  it('says which cell cannot be read, and passes over one that it does not need', () => {
    expect(() => script('const a = 1;', 'const b = ;')).toThrow(
      '“Cell b” cannot be read as TypeScript: Unexpected token (line 1). Mend it, then copy again.',
    );
    expect(code('const a = ;', 'const a = 1;', 'a;')).toContain('console.log(a);');
    expect(() => makeScript([], 'x', ['x'])).toThrow('no cell');
  });
});

it('installs the packages that the cells are run with', () => {
  const versionIn = (file: string) =>
    /"version": "([^"]+)"/.exec(readFileSync(new URL(file, import.meta.url), 'utf8'))?.[1];
  expect(WALRUS_FILE).toContain(`-walrus-${versionIn('../../walrus/package.json')}.tgz`);
  const redis = versionIn('../../node_modules/redis/package.json');
  expect(redis?.split('.')[0]).toBe(String(REDIS_VERSION));
});
