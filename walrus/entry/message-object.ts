import { asText, type Reply } from '../connection/reply.ts';

/** A field as Redis keeps it. */
export type FieldPair = readonly [name: string, value: string];

/** The pairs behind those objects that cannot tell them: repeated or integer-like names. */
const exactPairs = new WeakMap<object, readonly FieldPair[]>();

const ZERO = 48;
const NINE = 57;
const INTEGER_LIKE = /^(?:0|[1-9]\d*)$/;

/**
 * The field names of the entry before, known to be distinct and not unusual. Entries of a stream
 * mostly have the same fields, and with a name that is the very same string, not just an equal one,
 * the engine makes an object several times faster.
 */
let known: string[] = [];

/**
 * Turns the flat name, value list of an entry into an object. Unlike a plain assignment it keeps a
 * field named `__proto__`, and lists integer-like names where Redis has them.
 */
export function toMessage(flat: readonly Reply[]): Record<string, string> {
  const message: Record<string, string> = {};
  let same = true;
  for (let at = 0, nth = 0; at < flat.length; at += 2, nth += 1) {
    let name = flat[at];
    const value = flat[at + 1];
    const before = known[nth];
    if (before !== undefined && name === before) name = before;
    else {
      if (typeof name !== 'string' || isUnusual(name)) return toUnusualMessage(flat);
      same = false;
      known.length = nth;
      known.push(name);
    }
    if (typeof value !== 'string') return toUnusualMessage(flat);
    message[name] = value;
  }
  if (same || known.length === Object.keys(message).length) return message;
  // A repeated name has left fewer of them.
  return toUnusualMessage(flat);
}

function isUnusual(name: string): boolean {
  const first = name.charCodeAt(0);
  return (first >= ZERO && first <= NINE && INTEGER_LIKE.test(name)) || name === '__proto__';
}

function toUnusualMessage(flat: readonly Reply[]): Record<string, string> {
  known = [];
  const pairs: FieldPair[] = [];
  for (let at = 0; at < flat.length; at += 2) pairs.push([asText(flat[at]), asText(flat[at + 1])]);
  const values = new Map(pairs);
  const message: Record<string, string> = {};
  for (const [name, value] of values) {
    // Assigning to `__proto__` would set the prototype instead of making a field.
    Object.defineProperty(message, name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  const names = [...values.keys()];
  const ordered = Object.keys(message).every((name, at) => name === names[at]);
  const result = ordered ? message : inOrder(message, names);
  if (!ordered || pairs.length > names.length) exactPairs.set(result, pairs);
  return result;
}

/** An object always lists integer-like names first, in rising order; a proxy may list its own. */
function inOrder(message: Record<string, string>, names: string[]): Record<string, string> {
  return new Proxy(message, {
    ownKeys: (target) => {
      const now = new Set(Reflect.ownKeys(target));
      const known = names.filter((name) => now.delete(name));
      return [...known, ...now];
    },
  });
}

/** See `fieldsOf`. */
export function pairsOf(message: Readonly<Record<string, string>>): readonly FieldPair[] {
  return exactPairs.get(message) ?? Object.entries(message);
}
