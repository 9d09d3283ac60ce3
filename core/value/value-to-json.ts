import { omittedOf } from './omitted-of.ts';
import type { Value } from './value.ts';

/** A value as JSON text. */
export interface JsonText {
  text: string;
  /** True when the value holds more than is known of it here. */
  isCut: boolean;
}

/**
 * A value as JSON, indented by two spaces: as JSON.stringify() writes it, but that a Map is an object
 * or a list of pairs, a Set a list, a bigint its digits in quotes, and properties keep their order.
 */
export function valueToJson(value: Value): JsonText {
  const writer = new Writer();
  const text = writer.write(value, '') ?? 'null';
  return { text, isCut: writer.isCut };
}

class Writer {
  isCut = false;

  /** null for what JSON leaves out of objects. */
  write(value: Value, indent: string): string | null {
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    if (omittedOf(value) > 0) this.isCut = true;
    switch (value.kind) {
      case 'text':
        this.isCut = true;
        return JSON.stringify(`${value.text}…`);
      case 'word':
        return value.text === 'undefined' ? null : value.text === '-0' ? '0' : 'null';
      case 'bigint':
        return JSON.stringify(value.digits);
      case 'date':
        return value.time === null ? 'null' : JSON.stringify(new Date(value.time));
      case 'bytes':
        if (value.hex.length < 2 * value.length) this.isCut = true;
        return JSON.stringify(value.hex);
      case 'list':
      case 'set':
        return this.#list(value.items, indent);
      case 'map':
        return this.#map(value.entries, indent);
      case 'object':
        return this.#object(value.entries, indent);
      case 'error':
        return this.#object(
          [['name', value.name], ['message', value.message], ...value.entries],
          indent,
        );
      case 'symbol':
      case 'function':
      case 'accessor':
        return null;
      case 'promise':
      case 'regexp':
        return '{}';
      case 'circular':
        return '"[Circular]"';
      case 'other':
        this.isCut = true;
        return JSON.stringify(value.text);
    }
  }

  #list(items: readonly Value[], indent: string): string {
    const inner = `${indent}  `;
    const lines = items.map((item) => `${inner}${this.write(item, inner) ?? 'null'}`);
    return lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n${indent}]`;
  }

  #map(entries: readonly [Value, Value][], indent: string): string {
    const named = entries.flatMap(([key, value]): [string, Value][] =>
      typeof key === 'string' ? [[key, value]] : [],
    );
    if (named.length === entries.length) return this.#object(named, indent);
    const inner = `${indent}  `;
    const pairs = entries.map((pair) => `${inner}${this.#list(pair, inner)}`);
    return `[\n${pairs.join(',\n')}\n${indent}]`;
  }

  #object(entries: readonly [string, Value][], indent: string): string {
    const inner = `${indent}  `;
    const lines = entries.flatMap(([name, value]) => {
      const text = this.write(value, inner);
      return text === null ? [] : [`${inner}${JSON.stringify(name)}: ${text}`];
    });
    return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n${indent}}`;
  }
}
