import typescript from 'typescript';
import { describe, expect, it } from 'vitest';
import { cellNames } from './cell-names.ts';
import { linkCells } from './link-cells.ts';

function names(text: string) {
  const file = typescript.createSourceFile('cell.ts', text, typescript.ScriptTarget.Latest);
  return cellNames(typescript, file);
}

/** The hidden ends of cells named `a`, `b`, `c` …, each on one line. */
function ends(...texts: string[]): string[] {
  const cells = texts.map((text, index) => ({
    slug: String.fromCharCode('a'.charCodeAt(0) + index),
    names: names(text),
  }));
  return [...linkCells(cells).values()].map(({ text }) => text.replace('\n;', ''));
}

describe('cellNames', () => {
  it('finds everything that a cell declares at its top', () => {
    const text = `import d, { x as y } from 'm'; import * as all from 'n';
      const a = 1, { b, c: [e, , ...f], ...rest } = g(); let h; var i;
      function j() { const inner = 1; } class K {} interface L {} type M = 1; enum N {} namespace O {}
      { const hidden = 1; } for (const each of []) {}`;
    expect([...names(text).declared.keys()].join()).toBe('d,y,all,a,b,e,f,rest,h,i,j,K,L,M,N,O');
  });

  it('tells where, and what the text exports itself', () => {
    const { declared, exported } = names('let a = 1;\nexport const b = a;\nlet a2;');
    expect(declared.get('b')).toBe(24);
    expect([...exported]).toEqual(['b']);
  });

  it('reads what can be read of a text that somebody is typing', () => {
    expect([...names('const = 1; const a = (; function').declared.keys()]).toContain('a');
    expect([...names('const').declared.keys()]).toEqual([]);
  });
});

describe('linkCells', () => {
  it('imports what stands above, from the nearest cell that declares it', () => {
    expect(ends('const x = 1, y = 1', 'const x = 2', 'x + y')).toEqual([
      'export{x,y};',
      'import{y}from"cell:a";export{x};',
      'import{x}from"cell:b";import{y}from"cell:a";export{};',
    ]);
  });

  it('exports nothing twice', () => {
    expect(ends('export const x = 1; const y = 2')).toEqual(['export{y};']);
  });
});
