import { describe, expect, it } from 'vitest';
import { importedPackages } from './imported-packages.mjs';
import { neededPackages } from './needed-packages.mjs';

const lock = {
  packages: {
    'node_modules/a': { dependencies: { b: '1' }, optionalDependencies: { c: '1', gone: '1' } },
    'node_modules/b': {},
    'node_modules/a/node_modules/b': { dependencies: { d: '1' } },
    'node_modules/c': {},
    'node_modules/d': { dependencies: { a: '1' } },
    'node_modules/unused': {},
  },
};

describe('neededPackages', () => {
  it('follows what packages need, from where each is installed', () => {
    expect(neededPackages(lock, ['a'])).toEqual([
      'node_modules/a',
      'node_modules/a/node_modules/b',
      'node_modules/c',
      'node_modules/d',
    ]);
  });

  it('misses what is not there, unless it is optional', () => {
    expect(() => neededPackages(lock, ['gone'])).toThrow('gone is not installed');
  });
});

describe('importedPackages', () => {
  it('names each package once, and no file or part of Node', () => {
    const source = `import a from 'a'; import { x } from "a/b"; import '@s/c/d'; import './e.js';
      import fs from 'node:fs'; const text = "import f from 'f'";`;
    expect(importedPackages(source)).toEqual(['a', '@s/c']);
  });
});
