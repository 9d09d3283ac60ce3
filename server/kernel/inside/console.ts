import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { emitText } from './emit.ts';
import { INSPECT_OPTIONS } from './render.ts';
import { shownUnder } from './run-context.ts';

/** Sends all that console prints to the run that printed it, formatted as Node does. */
export function installConsole(): void {
  const stdout = sink('stdout');
  const stderr = sink('stderr');
  const ours = new Console({ stdout, stderr, inspectOptions: INSPECT_OPTIONS });
  for (const name of Object.getOwnPropertyNames(console)) {
    const method: unknown = Reflect.get(ours, name);
    if (typeof method === 'function') Reflect.set(console, name, guarded(method.bind(ours)));
  }
  Reflect.set(process.stdout, 'write', (chunk: unknown) => stdout.write(String(chunk)));
  Reflect.set(process.stderr, 'write', (chunk: unknown) => stderr.write(String(chunk)));
}

/** A run whose output was cut does not format what nobody will see. */
function guarded(method: (...args: unknown[]) => unknown) {
  return (...args: unknown[]): unknown => (shownUnder()?.outputCut ? undefined : method(...args));
}

function sink(stream: 'stdout' | 'stderr'): Writable {
  const sink = new Writable();
  // Replaces the buffering of streams: the text must belong to the run that is running now.
  Reflect.set(sink, 'write', (text: string) => {
    emitText(shownUnder(), stream, text);
    return true;
  });
  return sink;
}
