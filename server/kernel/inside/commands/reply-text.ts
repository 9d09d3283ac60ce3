import { cutText } from './argument-text.ts';

const decoder = new TextDecoder();
const decode = decoder.decode.bind(decoder);

/** Which strings are statuses, which redis-cli prints bare: the reply itself, or those among its items. */
export type Statuses = boolean | readonly boolean[];

/**
 * A reply as redis-cli prints it, at most `limit` characters, "…" at the end of one that is cut.
 * No more of a large reply is looked at than is shown. Letters of all languages stay letters, where
 * redis-cli escapes their bytes.
 */
export function replyText(reply: unknown, limit: number, statuses: Statuses = false): string {
  const page = new Page(limit);
  write(page, reply, '', statuses);
  return page.text.length > limit ? cutText(page.text, limit) : page.text;
}

/** Text that grows until it is full. */
class Page {
  text = '';
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get isFull(): boolean {
    return this.text.length > this.#limit;
  }

  /** Characters that are still looked at. */
  get room(): number {
    return this.#limit + 1 - this.text.length;
  }
}

function write(page: Page, value: unknown, indent: string, statuses: Statuses = false): void {
  if (page.isFull) return;
  if (typeof value === 'string') page.text += statuses === true ? value : quoted(value, page.room);
  else if (typeof value === 'number') page.text += numberText(value);
  else if (typeof value === 'bigint') page.text += `(integer) ${value}`;
  else if (typeof value === 'boolean') page.text += `(${value})`;
  else if (value === null || value === undefined) page.text += '(nil)';
  else if (value instanceof Error) page.text += errorText(value.message);
  else if (value instanceof Uint8Array) page.text += quotedBytes(value, page.room);
  else if (value instanceof String) page.text += quoted(String(value), page.room);
  else if (Array.isArray(value)) writeList(page, value, value.length, 'array', indent, statuses);
  else if (value instanceof Set) writeList(page, value, value.size, 'set', indent);
  else if (value instanceof Map) writePairs(page, value, value.size, indent);
  else if (typeof value === 'object') {
    const names = Object.keys(value);
    writePairs(page, ownPairs(value, names), names.length, indent);
  }
}

function* ownPairs(value: object, names: string[]): Generator<[string, unknown]> {
  for (const name of names) yield [name, Reflect.get(value, name)];
}

function writeList(
  page: Page,
  items: Iterable<unknown>,
  length: number,
  kind: 'array' | 'set',
  indent: string,
  statuses: Statuses = false,
): void {
  if (length === 0) page.text += `(empty ${kind})`;
  const width = String(length).length;
  const inner = indent + ' '.repeat(width + 2);
  let at = 0;
  for (const item of items) {
    if (page.isFull) return;
    if (at > 0) page.text += `\n${indent}`;
    page.text += `${String(at + 1).padStart(width)}${kind === 'array' ? ')' : '~'} `;
    write(page, item, inner, typeof statuses === 'object' && statuses[at] === true);
    at++;
  }
}

function writePairs(
  page: Page,
  pairs: Iterable<[unknown, unknown]>,
  length: number,
  indent: string,
): void {
  if (length === 0) page.text += '(empty hash)';
  const width = String(length).length;
  const inner = indent + ' '.repeat(width + 2);
  let at = 0;
  for (const [name, value] of pairs) {
    if (page.isFull) return;
    if (at > 0) page.text += `\n${indent}`;
    page.text += `${String(at + 1).padStart(width)}# `;
    write(page, name, inner);
    page.text += isAggregate(value) ? ` =>\n${inner}` : ' => ';
    write(page, value, inner);
    at++;
  }
}

/** True for what is printed on lines of its own. */
function isAggregate(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return !(value instanceof Error || value instanceof Uint8Array || value instanceof String);
}

/** An error of the server, as redis-cli prints it. */
export function errorText(message: string): string {
  return `(error) ${message}`;
}

function numberText(value: number): string {
  if (Number.isInteger(value)) return `(integer) ${value}`;
  if (Number.isNaN(value)) return '(double) nan';
  if (!Number.isFinite(value)) return value > 0 ? '(double) inf' : '(double) -inf';
  return `(double) ${value}`;
}

function quoted(text: string, room: number): string {
  let inside = '';
  // A loop over units, not a pattern: what is replaced are control characters.
  const end = Math.min(text.length, room);
  for (let at = 0; at < end; at++) inside += escaped(text.charCodeAt(at), text.charAt(at));
  return `"${inside}"`;
}

function quotedBytes(bytes: Uint8Array, room: number): string {
  const text = decode(bytes.subarray(0, 4 * room));
  const isText = !text.slice(0, room).includes('\uFFFD');
  if (isText) return quoted(text, room);
  let inside = '';
  for (const byte of bytes.subarray(0, room))
    inside += byte < 0x80 ? escaped(byte, String.fromCharCode(byte)) : hex(byte);
  return `"${inside}"`;
}

const NAMED = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\u0007', '\\a'],
  ['\b', '\\b'],
]);

function escaped(code: number, character: string): string {
  const named = NAMED.get(character);
  if (named) return named;
  return code < 0x20 || code === 0x7f ? hex(code) : character;
}

function hex(byte: number): string {
  return `\\x${byte.toString(16).padStart(2, '0')}`;
}
