import { describe, expect, it } from 'vitest';
import { declaresName } from './declares-name.ts';

describe('declaresName', () => {
  it.each([
    'const db = 1;',
    'let db;',
    'const [a, db] = await f();',
    'const { x: db } = y;',
    "import { Database as db } from 'walrus';",
    'async function db() {}',
    'class db {}',
    'const a = 1;\nvar db = 2;',
    'const {\n  db,\n} = all;',
  ])('finds it in %j', (source) => {
    expect(declaresName(source, 'db')).toBe(true);
  });

  it.each(['db;', 'await db.stream();', 'const other = db;', "import x from 'db';", ''])(
    'does not in %j',
    (source) => {
      expect(declaresName(source, 'db')).toBe(false);
    },
  );
});
