import { describe, expect, it } from 'vitest';
import { builtin, useArena } from './support/arena.ts';

const arena = useArena();

/** Says of every method of these objects that it throws. */
const breakAll = (...objects: string[]) =>
  objects
    .map(
      (object) =>
        `for (const name of Object.getOwnPropertyNames(${object})) { const { value } = Object.getOwnPropertyDescriptor(${object}, name); if (typeof value === 'function' && name !== 'constructor') try { ${object}[name] = () => { throw new Error('broken') } } catch {} }`,
    )
    .join(' ');

describe('a cell that replaces what everybody uses', () => {
  it.each([
    ['JSON', "JSON.parse = JSON.stringify = () => { throw new Error('mine') }; 1"],
    ['the console', 'globalThis.console = null; 1'],
    ['the clock', 'Date.now = () => NaN; performance.now = () => -1; 1'],
    [
      'regular expressions',
      "RegExp.prototype.exec = RegExp.prototype.test = () => { throw new Error('mine') }; 1",
    ],
    ['how things are shown', `${builtin('util')}.inspect = null; 1`],
    ['how stacks are shown', "Error.prepareStackTrace = () => { throw new Error('mine') }; 1"],
    ['what is thenable', 'Object.prototype.then = (done) => done("owned"); 1'],
    ['what is never done', 'Object.prototype.then = () => {}; 1'],
    [
      'what everything has',
      "Object.prototype.run = Object.prototype.kind = Object.prototype.status = 'owned'; 1",
    ],
    [
      'what everything throws',
      "for (const name of ['kind', 'id', 'error']) Object.defineProperty(Object.prototype, name, { get() { throw new Error(name) }, set() { throw new Error(name) }, configurable: true }); 1",
    ],
    [
      'nothing, but freezes all',
      'for (const one of [Object, Array, Map, Set, Promise, Function, String]) Object.freeze(one.prototype); 1',
    ],
  ])('goes on: %s', async (_, source) => {
    const shown = await arena.held(source);
    expect(shown).toMatchObject({ status: 'ok', value: '1' });
  });

  it.each([
    ['Promise', 'globalThis.Promise = null;'],
    [
      'every global',
      'for (const name of Reflect.ownKeys(globalThis)) try { delete globalThis[name] } catch {}',
    ],
    ['what tells runs apart', breakAll(`${builtin('async_hooks')}.AsyncLocalStorage.prototype`)],
  ])('gets a new kernel when nothing can be read from it any more: %s', async (_, source) => {
    const shown = await arena.costsKernel(`${source} 1`);
    expect(shown.status).toBe('error');
    expect(shown.notices.join()).toContain('a cell has probably replaced something');
  });

  it.each([
    ['arrays', breakAll('Array.prototype')],
    [
      'the iterator of arrays',
      "Array.prototype[Symbol.iterator] = () => { throw new Error('mine') };",
    ],
    ['Map and Set', breakAll('Map.prototype', 'Set.prototype')],
    ['functions', breakAll('Function.prototype')],
    ['reflection', breakAll('Reflect')],
    ['texts', breakAll('String.prototype')],
    [
      'timers',
      'for (const name of ["setTimeout", "setImmediate", "setInterval", "queueMicrotask"]) globalThis[name] = null;',
    ],
    ['promises that were made', breakAll('Promise.prototype')],
    ['stacks', 'Error.captureStackTrace = null;'],
    [
      'a key of every list',
      "Object.defineProperty(Object.prototype, '0', { set() { throw new Error('zero') } });",
    ],
  ])('has broken only their own kernel, and Restart gives another: %s', async (_, source) => {
    await arena.restartHelps(`${source} 1`);
  });
});
