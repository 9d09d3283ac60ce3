import { connectionEdits } from './connections.ts';
import { importsIn } from './import-binding.ts';
import type { Needed } from './needed-cells.ts';
import type { ScriptCell } from './script-cell.ts';
import { nodeIn, textIn, type Node } from './syntax/node.ts';
import { applyEdits, type TextEdit } from './text-edit.ts';
import type { NewNames } from './unique-names.ts';

/**
 * The text of a cell as it stands in a script: without its imports, with the names that it has there.
 * A notebook shows the value of the last expression; a script prints it, if the cell is its last.
 */
export function cellBody(
  cell: ScriptCell,
  isLast: boolean,
  givers: Needed['givers'],
  newNames: NewNames,
): string {
  const edits = [
    ...importsIn(cell.statements).map(({ start, end }) => ({ start, end, text: '' })),
    ...renamings(cell, givers, newNames),
    ...connectionEdits(cell),
    ...(isLast ? printing(cell) : showingLess(cell)),
  ];
  return applyEdits(cell.text, edits)
    .replace(/^(\s*\n)+/, '')
    .trimEnd();
}

function renamings(cell: ScriptCell, givers: Needed['givers'], newNames: NewNames): TextEdit[] {
  const renamed = (name: string, from: ScriptCell) => newNames.get(from)?.get(name) ?? null;
  const names = [
    ...[...cell.names.declares].map(([name, at]) => ({ name, at, to: renamed(name, cell) })),
    ...[...cell.names.uses].map(([name, at]) => {
      const giver = givers.get(cell)?.get(name);
      return { name, at, to: giver ? renamed(name, giver) : null };
    }),
  ];
  return names.flatMap(({ name, at, to }) =>
    to === null
      ? []
      : at.map(({ start, isShorthand }) => ({
          start,
          end: start + name.length,
          text: isShorthand ? `${name}: ${to}` : to,
        })),
  );
}

/** Prints the value of the last expression. */
function printing({ statements, text }: ScriptCell): TextEdit[] {
  const last = statements.at(-1);
  if (last?.type !== 'ExpressionStatement' || isSilent(nodeIn(last, 'expression'))) return [];
  const isList = nodeIn(last, 'expression')?.type === 'SequenceExpression';
  const end = text[last.end - 1] === ';' ? last.end - 1 : last.end;
  return [
    { start: last.start, end: last.start, text: isList ? 'console.log((' : 'console.log(' },
    { start: end, end, text: isList ? '))' : ')' },
  ];
}

/** An expression that prints by itself, or that is there for what it does. */
function isSilent(expression: Node | null): boolean {
  if (expression?.type === 'AssignmentExpression') return true;
  if (expression?.type === 'UpdateExpression') return true;
  if (expression?.type === 'AwaitExpression') return isSilent(nodeIn(expression, 'argument'));
  const callee = expression?.type === 'CallExpression' ? nodeIn(expression, 'callee') : null;
  return textIn(callee && nodeIn(callee, 'object'), 'name') === 'console';
}

/** A last line that is only a name shows its value, which nobody sees in the middle of a script. */
function showingLess({ statements }: ScriptCell): TextEdit[] {
  const last = statements.at(-1);
  const isName =
    last?.type === 'ExpressionStatement' && nodeIn(last, 'expression')?.type === 'Identifier';
  return isName ? [{ start: last.start, end: last.end, text: '' }] : [];
}
