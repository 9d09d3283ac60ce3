/** Cells cannot end the kernel by accident; the end of standard input, which the server holds, does. */
export function installExit(): void {
  const deno: unknown = Reflect.get(globalThis, 'Deno');
  if (typeof deno !== 'object' || deno === null) throw new Error('a kernel runs in Deno');
  const exit: unknown = Reflect.get(deno, 'exit');
  const refuse = () => {
    throw new Error('A cell cannot end the kernel. Press Restart for a new one.');
  };
  Reflect.set(deno, 'exit', refuse);
  Reflect.set(process, 'exit', refuse);
  // It may leave a process that has ended for Deno, but not for the system.
  Reflect.set(globalThis, 'close', refuse);
  process.stdin.on('data', () => undefined);
  process.stdin.on('end', () => {
    if (typeof exit === 'function') exit(0);
  });
}
