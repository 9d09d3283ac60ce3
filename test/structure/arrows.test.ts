import { describe, expect, it } from 'vitest';
import { wrongArrows } from './arrows.ts';
import { findCycle } from './find-cycle.ts';
import { importsOf, valueImportsOf } from './imports-of.ts';
import { projectFiles } from './project-files.ts';

const files = await projectFiles(['.ts', '.svelte', '.mjs']);
const graph = new Map(files.map((file) => [file.path, importsOf(file)]));

describe('imports', () => {
  it('point the way that the architecture says', () => {
    expect([...graph].flatMap(([file, imports]) => wrongArrows(file, imports))).toEqual([]);
  });

  it('never go round in a circle', () => {
    const loaded = files.map((file): [string, string[]] => [file.path, valueImportsOf(file).files]);
    expect(findCycle(new Map(loaded))).toBeNull();
  });
});

describe('wrongArrows', () => {
  it('refuses that the core knows the server, the DOM’s framework or Node', () => {
    const imports = { files: ['server/main.ts', 'core/a.ts'], packages: ['node:fs', 'valibot'] };
    expect(wrongArrows('core/b.ts', imports)).toEqual([
      'core/b.ts may not import server/main.ts',
      'core/b.ts may not import node:fs',
    ]);
  });

  it('lets a test beside the core use what only tests need', () => {
    const imports = { files: ['core/a.ts'], packages: ['vitest', 'node:fs'] };
    expect(wrongArrows('core/a.test.ts', imports)).toEqual([]);
  });

  it('refuses that the page and the server know each other', () => {
    expect(wrongArrows('src/a.ts', { files: ['server/b.ts'], packages: [] })).toHaveLength(1);
    expect(wrongArrows('server/a.ts', { files: ['src/b.ts'], packages: [] })).toHaveLength(1);
  });
});

describe('importsOf', () => {
  it('sees every form of import, in components too', () => {
    const text = [
      '<script lang="ts">',
      "import a from './a.ts'; import type { B } from '../b.ts'; export * from '@scope/name/part';",
      "const c = await import('./c.ts?worker'); import 'walrus';",
      '</script><p>import x from "./not-code.ts"</p>',
    ].join('\n');
    expect(importsOf({ path: 'src/page/A.svelte', text })).toEqual({
      files: ['src/page/a.ts', 'src/b.ts', 'src/page/c.ts', 'walrus/index.ts'],
      packages: ['@scope/name'],
    });
  });
});

describe('valueImportsOf', () => {
  it('leaves out what is gone before modules are loaded, and only that', () => {
    const text = [
      "import type { A } from './a.ts';",
      "import type {\n  B,\n  C,\n} from './b.ts';",
      "export type { D } from './d.ts';",
      "import { type E, f } from './e.ts';",
    ].join('\n');
    expect(valueImportsOf({ path: 'core/x.ts', text }).files).toEqual(['core/e.ts']);
  });
});

describe('findCycle', () => {
  it('finds one of any length', () => {
    expect(findCycle(new Map([['a', ['a']]]))).toEqual(['a', 'a']);
    const graph = new Map([
      ['start', ['a']],
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['a']],
    ]);
    expect(findCycle(graph)).toEqual(['a', 'b', 'c', 'a']);
  });

  it('does not mind two ways to one file', () => {
    const graph = new Map([
      ['a', ['b', 'c']],
      ['b', ['d']],
      ['c', ['d']],
    ]);
    expect(findCycle(graph)).toBeNull();
  });
});
