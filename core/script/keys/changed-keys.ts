import { connectionsIn } from '../connections.ts';
import type { Needed } from '../needed-cells.ts';
import type { ScriptCell } from '../script-cell.ts';
import { allBelow, nodeIn, nodesIn, textIn, type Node } from '../syntax/node.ts';
import { constantTexts } from './constant-texts.ts';
import { CLIENT_WRITES, KEYS_OF_DATABASE, LIBRARY_WRITES } from './key-calls.ts';

/** The keys that some cells change in Redis, as far as their texts tell; none, if they only read. */
export function changedKeys({ cells, givers }: Needed): string[] {
  const connections = new Set(cells.flatMap(connectionsIn).map(({ name }) => name));
  const calls = cells.flatMap((cell) =>
    allBelow(cell.statements).flatMap((node) => callOf(node, cell)),
  );
  const isChange = ({ method, target }: Call) =>
    isClient(target, connections) ? CLIENT_WRITES.has(method) : LIBRARY_WRITES.has(method);
  if (!calls.some(isChange)) return [];
  const keys = calls.flatMap(({ method, target, values, cell }) => {
    if (!isClient(target, connections)) return [];
    const at = KEYS_OF_DATABASE.get(method) ?? (CLIENT_WRITES.has(method) ? 0 : null);
    return at === null ? [] : constantTexts(values[at] ?? null, cell, givers);
  });
  return [...new Set(keys)];
}

/** A call of a method in a cell. */
interface Call {
  method: string;
  target: Node | null;
  values: Node[];
  cell: ScriptCell;
}

function callOf(node: Node, cell: ScriptCell): Call[] {
  const callee = node.type === 'CallExpression' ? nodeIn(node, 'callee') : null;
  const method = textIn(callee && nodeIn(callee, 'property'), 'name');
  if (callee === null || method === null) return [];
  return [{ method, target: nodeIn(callee, 'object'), values: nodesIn(node, 'arguments'), cell }];
}

/** True for a connection, its client, and what a chain of calls makes of them. */
function isClient(target: Node | null, connections: ReadonlySet<string>): boolean {
  switch (target?.type) {
    case 'Identifier':
      return connections.has(textIn(target, 'name') ?? '');
    case 'MemberExpression': {
      if (textIn(nodeIn(target, 'property'), 'name') !== 'client') return false;
      return isClient(nodeIn(target, 'object'), connections);
    }
    case 'CallExpression': {
      const callee = nodeIn(target, 'callee');
      const method = textIn(callee && nodeIn(callee, 'property'), 'name');
      if (method !== 'multi' && !CLIENT_WRITES.has(method ?? '')) return false;
      return isClient(callee && nodeIn(callee, 'object'), connections);
    }
    default:
      return false;
  }
}
