import type { Needed } from '../needed-cells.ts';
import type { ScriptCell } from '../script-cell.ts';
import { allBelow, nodeIn, nodesIn, textIn, type Node } from '../syntax/node.ts';

/**
 * The texts that an expression can be, as far as that can be read in the cells: a literal, a list or a map
 * of them, a variable that holds one, or the variable of a loop over some.
 */
export function constantTexts(
  expression: Node | null,
  cell: ScriptCell,
  givers: Needed['givers'],
): string[] {
  const texts = (node: Node | null) => constantTexts(node, cell, givers);
  switch (expression?.type) {
    case 'Literal': {
      const value = textIn(expression, 'value');
      return value === null ? [] : [value];
    }
    case 'TemplateLiteral':
      return nodesIn(expression, 'expressions').length > 0
        ? []
        : nodesIn(expression, 'quasis').flatMap(({ value }) => cookedIn(value) ?? []);
    case 'ArrayExpression':
      return nodesIn(expression, 'elements').flatMap(texts);
    case 'ObjectExpression':
      return nodesIn(expression, 'properties').flatMap((property) => {
        const key = nodeIn(property, 'key');
        return textIn(key, 'value') ?? textIn(key, 'name') ?? [];
      });
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return texts(nodeIn(expression, 'expression'));
    case 'Identifier': {
      const name = textIn(expression, 'name') ?? '';
      const home = givers.get(cell)?.get(name) ?? cell;
      return valuesOf(name, home).flatMap((value) => constantTexts(value, home, givers));
    }
    default:
      return [];
  }
}

/** What a name is made to hold, wherever in the cell that is. */
function valuesOf(name: string, { statements }: ScriptCell): Node[] {
  return allBelow(statements).flatMap((node) => {
    const declaration = node.type === 'ForOfStatement' ? nodeIn(node, 'left') : node;
    const declarator = declaration && nodesIn(declaration, 'declarations')[0];
    if (node.type === 'ForOfStatement' && declarator && isNamed(declarator, name))
      return nodeIn(node, 'right') ?? [];
    if (node.type === 'VariableDeclarator' && isNamed(node, name))
      return nodeIn(node, 'init') ?? [];
    return [];
  });
}

function isNamed(declarator: Node, name: string): boolean {
  return textIn(nodeIn(declarator, 'id'), 'name') === name;
}

function cookedIn(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('cooked' in value)) return null;
  return typeof value.cooked === 'string' ? value.cooked : null;
}
