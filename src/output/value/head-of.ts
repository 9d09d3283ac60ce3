import type { Value } from '../../../core/value/value.ts';
import type { Token } from './token.ts';

/** A value without what it holds: whole when it holds nothing, else its kind and size. */
export function headOf(value: Value): Token[] {
  if (typeof value === 'string') return [{ text: quote(value), tone: 'string' }];
  if (typeof value === 'number') return [{ text: String(value), tone: 'number' }];
  if (typeof value === 'boolean' || value === null)
    return [{ text: String(value), tone: 'keyword' }];
  switch (value.kind) {
    case 'text':
      return [
        { text: `${quote(value.text)}…`, tone: 'string' },
        { text: ` ${count(value.length - value.text.length)} more characters`, tone: 'comment' },
      ];
    case 'word':
      return [{ text: value.text, tone: value.text === 'undefined' ? 'keyword' : 'number' }];
    case 'bigint':
      return [{ text: `${value.digits}n`, tone: 'number' }];
    case 'symbol':
      return [{ text: value.text, tone: 'string' }];
    case 'function':
      return [
        { text: value.isClass ? 'class' : 'function', tone: 'keyword' },
        { text: value.name === '' ? '' : ` ${value.name}`, tone: 'function' },
      ];
    case 'date':
      return [{ text: dateText(value.time), tone: 'number' }];
    case 'regexp':
      return [{ text: value.text, tone: 'string' }];
    case 'bytes':
      return [...sized(value.name, value.length), { text: bytesText(value), tone: 'number' }];
    case 'list':
      return value.length === 0
        ? [empty(value.name, '[]')]
        : sized(value.name ?? 'Array', value.length);
    case 'set':
    case 'map':
      return value.size === 0 ? [empty(value.name, '{}')] : sized(value.name, value.size);
    case 'object':
      return value.entries.length === 0 && value.omitted === 0
        ? [empty(value.name, '{}')]
        : [{ text: value.name ?? 'Object', tone: 'type' }];
    case 'error':
      return [
        { text: value.name, tone: 'type' },
        { text: value.message === '' ? '' : `: ${value.message}`, tone: 'name' },
      ];
    case 'promise':
      return [
        { text: 'Promise', tone: 'type' },
        { text: ` (${value.state})`, tone: 'comment' },
      ];
    case 'accessor':
      return [{ text: value.text, tone: 'comment' }];
    case 'circular':
      return [{ text: `[Circular: the object ${levels(value.up)} above]`, tone: 'comment' }];
    case 'other':
      return [{ text: value.text, tone: 'type' }];
  }
}

/** As it would be written; what breaks a line does not break this one. */
function quote(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
  return `'${escaped.replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t')}'`;
}

function sized(name: string, size: number): Token[] {
  return [
    { text: name, tone: 'type' },
    { text: ` (${count(size)})`, tone: 'comment' },
  ];
}

function empty(name: string | null, brackets: string): Token {
  return { text: name === null ? brackets : `${name} ${brackets}`, tone: 'punctuation' };
}

function bytesText({ hex, length }: { hex: string; length: number }): string {
  const pairs = hex.match(/../g) ?? [];
  return ` ${pairs.join(' ')}${pairs.length < length ? ' …' : ''}`;
}

/** As ISO 8601; the midnight of a day far away has a year of six digits. */
function dateText(time: number | null): string {
  return time === null ? 'Invalid Date' : new Date(time).toISOString();
}

function levels(up: number): string {
  return up === 1 ? 'one level' : `${up} levels`;
}

function count(number: number): string {
  return number.toLocaleString('en');
}
