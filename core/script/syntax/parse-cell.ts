import { tsPlugin } from '@sveltejs/acorn-typescript';
import { Parser, type Options } from 'acorn';
import { ScriptError } from '../script-error.ts';
import { isNode, nodesIn, type Node } from './node.ts';

const parser = Parser.extend(tsPlugin());
const options: Options = {
  ecmaVersion: 'latest',
  sourceType: 'module',
  allowAwaitOutsideFunction: true,
  locations: true,
};

/** A cell that was read: its text, as its statements lie in it. */
export interface ParsedCell {
  text: string;
  statements: Node[];
}

/**
 * Reads a cell's text as TypeScript. `{ a: 1 }` alone is an object, as the notebook takes it.
 * @throws ScriptError that names the line
 */
export function parseCell(text: string): ParsedCell {
  const trimmed = text.trim();
  if (trimmed.startsWith('{') && trimmed.endsWith('}')) {
    const asObject = `(${trimmed});`;
    try {
      return { text: asObject, statements: statementsOf(asObject) };
    } catch {
      // A block after all.
    }
  }
  try {
    return { text, statements: statementsOf(text) };
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError)) throw thrown;
    const message = thrown.message.replace(/\s*\((\d+):\d+\)$/, ' (line $1)');
    throw new ScriptError(message, { cause: thrown });
  }
}

function statementsOf(text: string): Node[] {
  const program: unknown = parser.parse(text, options);
  return isNode(program) ? nodesIn(program, 'body') : [];
}
