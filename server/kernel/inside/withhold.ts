/** The global that Deno gives its own scripts, under a symbol: `Deno[Deno.internal]`. */
interface WithInternals {
  internal?: symbol;
}

/**
 * Takes out of a cell's reach what it has no use for and what Stop could not end: worker threads, the
 * graphics card (Deno finds one in software where there is none), and the runtime's own parts. A
 * second wall in front of limits of the operating system, not instead of them. To be called before any
 * module `node:worker_threads` is made: its exports are copied when it is first imported.
 */
export function withhold(): void {
  Reflect.set(globalThis, 'Worker', NoWorker);
  Reflect.set(process.getBuiltinModule('node:worker_threads'), 'Worker', NoWorker);
  for (const name of Object.getOwnPropertyNames(globalThis))
    if (name.startsWith('GPU')) Reflect.deleteProperty(globalThis, name);
  Reflect.deleteProperty(Object.getPrototypeOf(navigator), 'gpu');
  const deno: WithInternals = Reflect.get(globalThis, 'Deno');
  if (deno.internal) Reflect.deleteProperty(deno, deno.internal);
  Reflect.deleteProperty(deno, 'internal');
  Reflect.deleteProperty(globalThis, 'nodeBootstrap');
}

/** Can be called with `new`, as the constructor in whose place it stands. */
function NoWorker(): never {
  throw new Error(
    'There are no workers in this notebook: what they compute could not be stopped. Do the work in the cell itself.',
  );
}
