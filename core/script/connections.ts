import type { ScriptCell } from './script-cell.ts';
import { childrenOf, nodeIn, nodesIn, textIn, type Node } from './syntax/node.ts';
import type { TextEdit } from './text-edit.ts';

const address = 'process.env.REDIS_URL';

/**
 * Tells connections where Redis is. The notebook knows; a script is told by its environment. Without
 * REDIS_URL both libraries take the usual address, `redis://127.0.0.1:6379`.
 */
export function connectionEdits({ statements, text }: ScriptCell): TextEdit[] {
  return statements.flatMap(callsBelow).flatMap((call) => {
    if (nodesIn(call, 'arguments').length > 0) return [];
    const argument = argumentFor(nodeIn(call, 'callee'));
    const at = text.lastIndexOf(')', call.end - 1);
    return argument === null ? [] : [{ start: at, end: at, text: argument }];
  });
}

/** Names of the variables at the top of a cell that hold a connection which the cell leaves open. */
export function openConnections({ statements, text }: ScriptCell): string[] {
  return statements
    .filter(({ type, kind }) => type === 'VariableDeclaration' && kind !== 'await using')
    .flatMap((declaration) => nodesIn(declaration, 'declarations'))
    .flatMap((declarator) => {
      const name = textIn(nodeIn(declarator, 'id'), 'name');
      if (name === null || !isConnection(nodeIn(declarator, 'init'))) return [];
      return new RegExp(`\\b${name}\\.(close|quit|destroy)\\(`).test(text) ? [] : [name];
    });
}

function argumentFor(callee: Node | null): string | null {
  if (textIn(callee, 'name') === 'createClient') return `{ url: ${address} }`;
  const isConnect =
    callee?.type === 'MemberExpression' &&
    textIn(nodeIn(callee, 'object'), 'name') === 'Database' &&
    textIn(nodeIn(callee, 'property'), 'name') === 'connect';
  return isConnect ? address : null;
}

/** True for a call that opens a connection, awaited or not. */
function isConnection(value: Node | null): boolean {
  if (value?.type === 'AwaitExpression') return isConnection(nodeIn(value, 'argument'));
  if (value?.type !== 'CallExpression') return false;
  const callee = nodeIn(value, 'callee');
  const name = textIn(callee, 'name') ?? textIn(callee && nodeIn(callee, 'property'), 'name') ?? '';
  return ['connect', 'createClient', 'duplicate'].includes(name);
}

function callsBelow(node: Node): Node[] {
  const own = node.type === 'CallExpression' ? [node] : [];
  return [...own, ...childrenOf(node).flatMap(callsBelow)];
}
