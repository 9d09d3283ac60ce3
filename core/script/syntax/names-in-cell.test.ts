import { describe, expect, it } from 'vitest';
import { namesInCell } from './names-in-cell.ts';
import { parseCell } from './parse-cell.ts';

function names(text: string) {
  const { declares, uses } = namesInCell(parseCell(text).statements);
  return { declares: [...declares.keys()].sort(), uses: [...uses.keys()].sort() };
}

describe('namesInCell', () => {
  it('knows every way of declaring', () => {
    const text = `
      import a, { b as c, type D } from 'x'; import * as e from 'y';
      const f = 1, { g, h: [i, ...j], ...k } = {}; let l; var m;
      function n() {} class O {} interface P {} type Q = 1; enum R { one }
      for (var s = 0; s < 1; s++) { var t = 1; let hidden; }`;
    const all = 'D O P Q R a c e f g i j k l m n s t';
    expect(names(text)).toEqual({ declares: all.split(' '), uses: [] });
  });

  it('knows what is used, in code and in types', () => {
    const text = `
      const x: Kind<One> = { short, key: value, [computed]: 1, method() { return inside; } };
      object.property; object2?.[index]; tagged\`\${hole}\`; shout!; cast as Type;
      let { y = fallback } = from; [target, { also }] = list; class A extends Base<Arg> {}
      function later() { return below; } const below = 1; typeof measured;`;
    const all =
      'Arg Base Kind One Type also cast computed fallback from hole index inside list measured ' +
      'object object2 short shout tagged target value';
    expect(names(text).uses).toEqual(all.split(' '));
  });

  it('takes no name from what is inside: parameters, blocks, labels, members, type parameters', () => {
    const text = `
      const f = <T,>(a: T, { b, c: [d] }, ...e) => { const g = a; try {} catch (h) { h; } return b + d + e + g; };
      label: for (const i of []) { i; continue label; }
      interface I<U> { m(p: U): p is U; [k: string]: U }
      type M<O> = { [K in keyof O]: O[K] }; type F = (arg: string) => void;
      (function own(): void { own(); }); const C = class Named { m() { return Named; } };
      class W { constructor(private z: number) {} key = 1; static { const inner = 1; inner; } }
      const list = ['a'] as const; import.meta;`;
    expect(names(text)).toEqual({ declares: ['C', 'F', 'I', 'M', 'W', 'f', 'list'], uses: [] });
  });

  it('gives each place of a name, and where it is a shorthand', () => {
    const text = 'const a = 1; f({ a, b });';
    const { declares, uses } = namesInCell(parseCell(text).statements);
    expect(declares.get('a')).toEqual([
      { start: 6, isShorthand: false },
      { start: 17, isShorthand: true },
    ]);
    expect(uses.get('b')).toEqual([{ start: 20, isShorthand: true }]);
  });
});

describe('parseCell', () => {
  it('takes an object alone for an object', () => {
    expect(names('{ a: b }').uses).toEqual(['b']);
    expect(names('{ const c = d; }').uses).toEqual(['d']);
  });

  it('says where a text is no TypeScript', () => {
    expect(() => parseCell('let a = 1;\nlet b = ;')).toThrow('Unexpected token (line 2)');
  });
});
