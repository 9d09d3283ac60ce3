import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { mayBeWorthStructure } from '../../../core/value/is-worth-structure.ts';
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
    if (typeof method === 'function') Reflect.set(console, name, printing(name, method.bind(ours)));
  }
  Reflect.set(process.stdout, 'write', (chunk: unknown) => stdout.write(String(chunk)));
  Reflect.set(process.stderr, 'write', (chunk: unknown) => stderr.write(String(chunk)));
}

/** Methods that print every argument as it is, and one that prints its first. */
const PRINTS_ALL = new Set(['log', 'info', 'debug', 'warn', 'error']);
const PRINTS_FIRST = 'dir';

/** What the call that prints now was given, where its structure may say more than the text. */
let given: readonly unknown[] | null = null;

/** A run whose output was cut does not format what nobody will see. */
function printing(name: string, method: (...args: unknown[]) => unknown) {
  const printed = (args: readonly unknown[]) =>
    name === PRINTS_FIRST ? args.slice(0, 1) : PRINTS_ALL.has(name) ? args : [];
  return (...args: unknown[]): unknown => {
    if (shownUnder()?.outputCut) return undefined;
    const values = printed(args);
    given = holdsObject(values) ? values : null;
    try {
      return method(...args);
    } finally {
      given = null;
    }
  };
}

/** Of a format (`'%s …'`) nothing but the text is what was meant. */
function holdsObject(values: readonly unknown[]): boolean {
  const [first] = values;
  if (typeof first === 'string' && first.includes('%')) return false;
  return values.some((value) => typeof value === 'object' && value !== null);
}

function sink(stream: 'stdout' | 'stderr'): Writable {
  const sink = new Writable();
  // Replaces the buffering of streams: the text must belong to the run that is running now.
  Reflect.set(sink, 'write', (text: string) => {
    const values = given !== null && mayBeWorthStructure(text) ? given : null;
    given = null;
    emitText(shownUnder(), stream, text, values);
    return true;
  });
  return sink;
}
