import { describe, expect, it } from 'vitest';
import { AT_IT, useArena } from './support/arena.ts';

const arena = useArena();

const ENDED = 'its code was ended where it was. Variables are kept.';

/** A module of WebAssembly whose only function, `f`, never returns. */
const WASM =
  'new Uint8Array([0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,7,5,1,1,102,0,0,10,9,1,7,0,3,64,12,0,11,11])';

// Others are in test/kernel/stop.test.ts: busy loops, sleeping ones, those that wait for Redis.
describe('a loop that never ends is stopped', () => {
  it.each([
    ['in a chain of microtasks', 'const again = () => queueMicrotask(again); again();'],
    ['in a chain of promises', 'const again = () => Promise.resolve().then(again); await again()'],
    ['in a generator', 'function* all() { for (;;) yield 1 } for (const one of all()) void one;'],
    ['in a regular expression', "/(a+)+$/.test('a'.repeat(50) + 'b')"],
    ['in a getter', '({ get x() { for (;;) {} } }).x'],
    ['in WebAssembly', `new WebAssembly.Instance(new WebAssembly.Module(${WASM})).exports.f()`],
    [
      'asleep, with no event loop to wake it',
      'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)',
    ],
    ['and catches its end', 'for (;;) { try { for (;;) {} } catch {} finally { continue } }'],
    ['and prints', "for (;;) console.log('x'.repeat(1000))"],
  ])('%s', async (_, source) => {
    const { notices } = await arena.heldByStop(`{ ${source} }`);
    expect(notices.join()).toContain(ENDED);
  });

  it.each([
    ['of ticks', 'const again = () => process.nextTick(again); again();'],
    ['of timers', 'const again = () => setTimeout(again, 0); again();'],
    ['of immediates', 'const again = () => setImmediate(again); again();'],
    [
      'of messages',
      'const { port1, port2 } = new MessageChannel(); port1.onmessage = () => port2.postMessage(1); port2.onmessage = () => port1.postMessage(1); port1.postMessage(1); globalThis.ports = [port1, port2];',
    ],
    [
      'of a hundred commands at once',
      'await Promise.all(Array.from({ length: 100 }, async () => { for (;;) await client.ping() }));',
    ],
  ])('%s', async (_, source) => {
    await arena.heldByStop(`{ ${source} await new Promise((done) => { globalThis.done = done }) }`);
    await arena.attacker.run('for (const port of globalThis.ports ?? []) port.close(); undefined');
  });

  it('inside one call of the engine, at the cost of the kernel', async () => {
    const source = "const big = 'y'.repeat(5e7); for (;;) big.replaceAll('y', 'zz').length";
    const shown = await arena.stopCostsKernel(source);
    expect(shown.notices.join()).toContain('its kernel was ended and replaced');
  });

  it.each([
    ['dies', "process.kill(process.pid, 'SIGKILL')"],
    ['never answers again', 'for (;;) {}'],
    ['answers with an error', "throw new Error('no time')"],
  ])('whose kernel %s when it is told of its connections', async (_, then) => {
    // The harness asks for the time then, and for nothing else that a cell can take away.
    const trap = `Date.now = () => { ${then} }`;
    // It says so with the command on its way: one that is stopped before has no connection to be told of.
    const source = `{ ${trap}; void client.ping(); ${AT_IT} for (;;) {} }`;
    const shown = await arena.stopCostsKernel(source);
    expect(shown.notices.join()).toContain('its kernel was ended and replaced');
  });

  it('that fills memory with commands that nobody awaits, whatever that costs', async () => {
    await arena.stoppedSomehow('for (;;) client.ping()');
  });
});

describe('recursion without end', () => {
  it.each([
    ['of a function', 'const f = () => f() + 1; f()'],
    ['of an async function', 'const f = async () => { await f() }; await f()'],
    ['of a getter', 'const o = { get x() { return this.x } }; o.x'],
    ['of a proxy', 'const p = new Proxy({}, { get: (_, key) => p[key] }); p.x'],
  ])('is an error of the cell: %s', async (_, source) => {
    const { error } = await arena.held(`{ ${source} }`);
    expect(error).toMatchObject({
      name: 'RangeError',
      message: 'Maximum call stack size exceeded',
    });
  });
});

describe('errors that come after the end of a cell', () => {
  it('are shown, and end nothing', async () => {
    const late =
      "Promise.reject(new Error('late')); setTimeout(() => { throw new Error('later') }, 1); undefined";
    const { run } = await arena.held(late);
    const { outputs } = await arena.attacker.until(({ runs }) =>
      runs.find(({ id, outputs }) => id === run.id && outputs.length === 2),
    );
    expect(outputs.map((output) => output.kind === 'error' && output.message)).toEqual([
      'late',
      'later',
    ]);
  });

  it('are counted after the first fifty', async () => {
    const { run } = await arena.held('for (let i = 0; i < 1e4; i++) Promise.reject(i); undefined');
    const { outputs } = await arena.attacker.until(({ runs }) =>
      runs.find(({ id, outputs }) => id === run.id && outputs.length > 50),
    );
    expect(outputs).toHaveLength(51);
  });

  it.each([
    [
      'a rejected promise whose reason cannot be read',
      'Promise.reject(new Proxy({}, { get() { throw 1 }, getPrototypeOf() { throw 1 } })); undefined',
    ],
    [
      'an emitter without a listener',
      "new (process.getBuiltinModule('node:events'))().emit('error', new Error('x'))",
    ],
    [
      'a listener of the process',
      "process.on('uncaughtException', () => { throw new Error('again') }); setTimeout(() => { throw new Error('x') }, 0); undefined",
    ],
    [
      'a stack that throws',
      "Error.prepareStackTrace = () => { throw new Error('mine') }; setTimeout(() => null.x, 0); undefined",
    ],
  ])('end nothing either: %s', async (_, source) => {
    await arena.held(source);
    await arena.held('await new Promise((done) => setTimeout(done, 20))');
  });
});
