import { describe, expect, it } from 'vitest';
import { builtin, DENIED, hiddenImport, told, useArena } from './support/arena.ts';

const arena = useArena();

const NO_WORKERS = /^Error: There are no workers in this notebook/;
const BUSY = "'for (;;) {}', { eval: true }";

describe('workers, which Stop could not end', () => {
  it.each([
    ['of the web', "new Worker('data:text/javascript,for(;;){}', { type: 'module' })"],
    [
      'of the web, from a blob',
      "new Worker(URL.createObjectURL(new Blob(['for(;;){}'])), { type: 'module' })",
    ],
    [
      'with rights of their own',
      "new Worker('data:text/javascript,1', { type: 'module', deno: { permissions: 'inherit' } } as any)",
    ],
    ['of Node', `new (${builtin('worker_threads')}.Worker)(${BUSY})`],
    [
      'of Node, imported past the server',
      `new (${hiddenImport('node:worker_threads')}.Worker)(${BUSY})`,
    ],
    [
      'of Node, as its default export',
      `new (${hiddenImport('node:worker_threads')}.default.Worker)(${BUSY})`,
    ],
    [
      'of Node, required',
      `new (${builtin('module')}.createRequire('file:///x.js')('worker_threads').Worker)(${BUSY})`,
    ],
    [
      'made in a module of their own',
      hiddenImport(
        'data:text/javascript,import{Worker}from%22node:worker_threads%22;new%20Worker(%221%22)',
      ),
    ],
    [
      'by their constructor',
      "Reflect.construct(Object.getPrototypeOf(Worker.prototype).constructor === Object ? Worker : Object.getPrototypeOf(Worker), ['data:,'])",
    ],
    [
      'a hundred of them',
      "for (let i = 0; i < 100; i++) new Worker('data:text/javascript,for(;;){}', { type: 'module' })",
    ],
  ])('are not there: %s', async (_, source) => {
    expect(told(await arena.held(source))).toMatch(NO_WORKERS);
  });

  it.each([
    ['shared by pages', "new SharedWorker('data:text/javascript,1')", 'SharedWorker'],
    ['beside pages', "await navigator.serviceWorker.register('x')", ''],
  ])('are not there either: %s', async (_, source, name) => {
    const shown = await arena.held(source);
    expect(shown.status).toBe('error');
    expect(told(shown)).toContain(name);
  });
});

describe('the inside of the runtime', () => {
  it('has no graphics card to compute on', async () => {
    const { value } = await arena.held(
      '[typeof navigator.gpu, typeof globalThis.GPU, typeof globalThis.GPUDevice]',
    );
    expect(value).toBe("[ 'undefined', 'undefined', 'undefined' ]");
  });

  it('does not lie open', async () => {
    const { value } = await arena.held(
      '[Deno.internal, Object.getOwnPropertySymbols(Deno).length, Deno.core, typeof nodeBootstrap]',
    );
    expect(value).toBe("[ undefined, 0, undefined, 'undefined' ]");
  });

  it.each([
    ['the address of its inspector', `${builtin('inspector')}.url()`],
    ['a session of its inspector', `new (${builtin('inspector')}.Session)().connect()`],
    [
      'a session of its inspector, as a promise',
      `new (${builtin('inspector/promises')}.Session)().connect()`,
    ],
  ])('does not give %s', async (_, source) => {
    expect(told(await arena.held(source))).toMatch(DENIED);
  });

  it('opens no second inspector', async () => {
    const shown = await arena.held(`${builtin('inspector')}.open(0, '127.0.0.1')`);
    expect(shown.status).toBe('error');
  });

  it('does not let itself be connected to, even by somebody who knows every port', async () => {
    const { value } = await arena.held(
      `const found = [];
       for (let port = 9220; port < 9240; port++)
         await Deno.connect({ port, hostname: '127.0.0.1' }).then(() => found.push(port), () => null);
       await new Promise((done) => { const w = new WebSocket('ws://127.0.0.1:9229/' + crypto.randomUUID()); w.onerror = done });
       found`
        .replace('await new Promise', 'try { await new Promise')
        .replace('w.onerror = done });', 'w.onerror = done }) } catch {}'),
    );
    expect(value).toBe('[]');
  });

  it('does not take more memory by setting flags', async () => {
    const limit = `${builtin('v8')}.getHeapStatistics().heap_size_limit`;
    const before = await arena.held(limit);
    await arena.held(`${builtin('v8')}.setFlagsFromString('--max-old-space-size=8000'); undefined`);
    expect((await arena.held(limit)).value).toBe(before.value);
  });

  it('gives no permission to whoever asks for it', async () => {
    const { value } = await arena.held(
      "(await Promise.all(['read', 'write', 'net', 'env', 'run', 'ffi', 'sys', 'import'].map((name) => Deno.permissions.request({ name } as any)))).map(({ state }) => state)",
    );
    expect(value).toMatch(/^\[\s*('denied',?\s*)+\]$/);
  });

  it('asks nobody in a dialogue', async () => {
    const { value } = await arena.held("[prompt('Password?'), confirm('Sure?')]");
    expect(value).toBe('[ null, false ]');
  });

  it('is the same behind another global object', async () => {
    const shown = await arena.held(
      `${builtin('vm')}.runInNewContext('this.constructor.constructor("return process")()').env.PATH ?? 'nothing'`,
    );
    expect(shown.value ?? shown.error?.name).toMatch(/nothing|ReferenceError/);
  });
});
