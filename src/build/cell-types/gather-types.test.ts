import { describe, expect, it } from 'vitest';
import { gatherTypes } from './gather-types.ts';
import { leanRedis } from './lean-redis.ts';
import { librariesFrom } from './libraries-from.ts';

function reader(files: Record<string, string>) {
  return async (path: string) => files[path] ?? null;
}

describe('gatherTypes', () => {
  it('follows relative imports of every form, to files and folders, and no others', async () => {
    const files = {
      'index.d.ts': `export * from './lib/a';\nimport { X } from 'elsewhere';`,
      'lib/a.d.ts': `declare const b: import("../b").B; export type { C } from '../c.js';`,
      'b/index.d.ts': `import '..';`,
      'c.d.ts': '',
      'unused.d.ts': '',
    };
    const found = await gatherTypes('index.d.ts', reader(files));
    expect(Object.keys(found).toSorted()).toEqual([
      'b/index.d.ts',
      'c.d.ts',
      'index.d.ts',
      'lib/a.d.ts',
    ]);
  });

  it('fails when a file is missing, and says which', async () => {
    const files = reader({ 'index.d.ts': `export * from './gone';` });
    await expect(gatherTypes('index.d.ts', files)).rejects.toThrow('index.d.ts imports ./gone');
    await expect(gatherTypes('other.d.ts', files)).rejects.toThrow('other.d.ts');
  });
});

describe('leanRedis', () => {
  const commands = [
    'declare const _default: {',
    '    /**',
    '     * Adds',
    '     */',
    '    readonly XADD: {',
    '        readonly a: 1;',
    '    };',
    '    /**',
    '     * Adds',
    '     */',
    '    readonly xAdd: {',
    '        readonly a: 1;',
    '    };',
    '};',
  ].join('\n');

  it('leaves each command one name, with what is said about it', () => {
    expect(leanRedis('@redis/client/lib/commands/index.d.ts', commands)).toBe(
      'declare const _default: {\n/**\n* Adds\n*/\nreadonly xAdd: {\nreadonly a: 1;\n};\n};',
    );
  });

  it('fails when the package has another form', () => {
    expect(() => leanRedis('@redis/client/lib/commands/index.d.ts', '')).toThrow('in capitals');
    expect(() => leanRedis('x/generic-transformers.d.ts', '')).toThrow('XREAD');
    expect(() => leanRedis('redis/index.d.ts', '')).toThrow('modules');
  });
});

describe('librariesFrom', () => {
  it('follows references', () => {
    const all = {
      'lib.b.d.ts': '/// <reference lib="a" />\nb',
      'lib.a.d.ts': 'a',
      'lib.dom.d.ts': '',
    };
    expect(Object.keys(librariesFrom('lib.b.d.ts', all))).toEqual(['lib.b.d.ts', 'lib.a.d.ts']);
    expect(() => librariesFrom('lib.c.d.ts', all)).toThrow('no library lib.c.d.ts');
  });
});
