import { parseCell } from './syntax/parse-cell.ts';
import { nodeIn, nodesIn, type Node } from './syntax/node.ts';
import type { CellText } from './script-cell.ts';
import { ScriptError } from './script-error.ts';

/** A cell, or the part of one, that a script may take without the rest. */
export interface CellPart extends CellText {
  /** True for functions and types at the beginning of a cell, which do nothing by themselves. */
  isPrelude: boolean;
}

/**
 * Parts a cell that begins with functions and types, so that another one can use them without doing what
 * the cell does. One that cannot be read stays whole.
 */
export function splitCell(cell: CellText): CellPart[] {
  const whole = [{ ...cell, isPrelude: false }];
  const cut = endOfPrelude(cell.text);
  if (cut === null) return whole;
  const alone = { blocking: false, needs: [], wakes: null };
  return [
    { ...cell, ...alone, text: cell.text.slice(0, cut), isPrelude: true },
    { ...cell, text: cell.text.slice(cut), isPrelude: false },
  ];
}

/** Where the part ends; null when there is none, or nothing else. */
function endOfPrelude(text: string): number | null {
  const statements = statementsOf(text);
  const first = statements.findIndex(
    (one) => !isDefinition(one) && one.type !== 'ImportDeclaration',
  );
  const last = statements.slice(0, Math.max(0, first)).findLast(isDefinition);
  if (!last) return null;
  const endOfLine = text.indexOf('\n', last.end);
  const next = statements[first]?.start ?? text.length;
  return endOfLine === -1 || endOfLine > next ? null : endOfLine + 1;
}

function statementsOf(text: string): Node[] {
  try {
    return parseCell(text).statements;
  } catch (error) {
    if (error instanceof ScriptError) return [];
    throw error;
  }
}

/** True for what has no effect but to give a name: a function, an interface, a type. */
function isDefinition(statement: Node): boolean {
  switch (statement.type) {
    case 'FunctionDeclaration':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
      return true;
    case 'VariableDeclaration':
      return nodesIn(statement, 'declarations').every((declarator) =>
        ['ArrowFunctionExpression', 'FunctionExpression'].includes(
          nodeIn(declarator, 'init')?.type ?? '',
        ),
      );
    default:
      return false;
  }
}
