import type { Value, ValueNode } from '../value/value.ts';
import type { Scan } from './scan.ts';

/** A shown value without what is volatile in it. @param name of the property that holds it */
export function maskValue(value: Value, scan: Scan, name: string | null = null): Value {
  if (typeof value === 'string') return scan.text(value);
  if (typeof value === 'number') return scan.number(value, name);
  return typeof value === 'boolean' || value === null ? value : maskNode(value, scan);
}

function maskNode(node: ValueNode, scan: Scan): ValueNode {
  switch (node.kind) {
    case 'text':
    case 'other':
      return { ...node, text: scan.text(node.text) };
    case 'date':
      return node.time === null ? node : { ...node, time: scan.time(node.time) };
    case 'list':
    case 'set':
      return { ...node, items: node.items.map((item) => maskValue(item, scan)) };
    case 'map':
      return { ...node, entries: node.entries.map((pair) => maskPair(pair, scan)) };
    case 'object':
      return { ...node, entries: maskEntries(node.entries, scan) };
    case 'error':
      return {
        ...node,
        message: scan.text(node.message),
        stack: scan.text(node.stack),
        entries: maskEntries(node.entries, scan),
      };
    case 'word':
    case 'bigint':
    case 'symbol':
    case 'function':
    case 'regexp':
    case 'bytes':
    case 'promise':
    case 'accessor':
    case 'circular':
      return node;
  }
}

function maskPair([key, value]: [Value, Value], scan: Scan): [Value, Value] {
  const name = typeof key === 'string' ? key : null;
  return [maskValue(key, scan), maskValue(value, scan, name)];
}

function maskEntries(entries: [string, Value][], scan: Scan): [string, Value][] {
  return entries.map(([name, value]) => [scan.text(name), maskValue(value, scan, name)]);
}
