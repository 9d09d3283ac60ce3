import type { ScriptCell } from './script-cell.ts';
import { allBelow, nodeIn, nodesIn, textIn, type Node } from './syntax/node.ts';
import type { TextEdit } from './text-edit.ts';

const address = 'process.env.REDIS_URL';

/**
 * Tells connections where Redis is. The notebook knows; a script is told by its environment. Without
 * REDIS_URL both libraries take the usual address, `redis://127.0.0.1:6379`.
 */
export function connectionEdits({ statements, text }: ScriptCell): TextEdit[] {
  return allBelow(statements).flatMap((call) => {
    if (call.type !== 'CallExpression') return [];
    if (nodesIn(call, 'arguments').length > 0) return [];
    const argument = argumentFor(nodeIn(call, 'callee'));
    const at = text.lastIndexOf(')', call.end - 1);
    return argument === null ? [] : [{ start: at, end: at, text: argument }];
  });
}

/** A variable that holds a connection. */
export interface Connection {
  name: string;
  /** True for the library's `Database`, false for a client of node-redis. */
  isDatabase: boolean;
}

/** The variables at the top of a cell that hold a connection. */
export function connectionsIn({ statements }: ScriptCell): Connection[] {
  return statements
    .filter(({ type, kind }) => type === 'VariableDeclaration' && kind !== 'await using')
    .flatMap((declaration) => nodesIn(declaration, 'declarations'))
    .flatMap((declarator) => {
      const name = textIn(nodeIn(declarator, 'id'), 'name');
      const value = nodeIn(declarator, 'init');
      if (name === null || !isConnection(value)) return [];
      return [{ name, isDatabase: isDatabaseConnect(value) }];
    });
}

/** Those of them that the cell leaves open. */
export function openConnections(cell: ScriptCell): Connection[] {
  return connectionsIn(cell).filter(
    ({ name }) => !new RegExp(`\\b${name}\\.(close|quit|destroy)\\(`).test(cell.text),
  );
}

function argumentFor(callee: Node | null): string | null {
  if (textIn(callee, 'name') === 'createClient') return `{ url: ${address} }`;
  return isConnectMethod(callee) ? address : null;
}

/** True for `Database.connect`, without the call. */
function isConnectMethod(callee: Node | null): boolean {
  return (
    callee?.type === 'MemberExpression' &&
    textIn(nodeIn(callee, 'object'), 'name') === 'Database' &&
    textIn(nodeIn(callee, 'property'), 'name') === 'connect'
  );
}

function isDatabaseConnect(value: Node | null): boolean {
  if (value?.type === 'AwaitExpression') return isDatabaseConnect(nodeIn(value, 'argument'));
  return value?.type === 'CallExpression' && isConnectMethod(nodeIn(value, 'callee'));
}

/** True for a call that opens a connection, awaited or not. */
function isConnection(value: Node | null): boolean {
  if (value?.type === 'AwaitExpression') return isConnection(nodeIn(value, 'argument'));
  if (value?.type !== 'CallExpression') return false;
  const callee = nodeIn(value, 'callee');
  const name = textIn(callee, 'name') ?? textIn(callee && nodeIn(callee, 'property'), 'name') ?? '';
  return ['connect', 'createClient', 'duplicate'].includes(name);
}
