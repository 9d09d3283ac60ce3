import { connectionEdits } from './connections.ts';
import { importsIn } from './import-binding.ts';
import type { Needed } from './needed-cells.ts';
import type { ScriptCell } from './script-cell.ts';
import { nodeIn, textIn, type Node } from './syntax/node.ts';
import { applyEdits, type TextEdit } from './text-edit.ts';
import type { NewNames } from './unique-names.ts';

/** What becomes of the value that a notebook shows, which is that of the last expression. */
export type ValueUse = 'print' | 'return' | 'none';

/** The text of a cell as it stands in a script: without its imports, with the names that it has there. */
export function cellBody(
  cell: ScriptCell,
  use: ValueUse,
  givers: Needed['givers'],
  newNames: NewNames,
  others: readonly TextEdit[] = [],
): string {
  const edits = [
    ...importsIn(cell.statements).map(({ start, end }) => ({ start, end, text: '' })),
    ...renamings(cell, givers, newNames),
    ...connectionEdits(cell),
    ...others,
    ...(use === 'none' ? showingLess(cell) : handingOver(cell, use)),
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

/** True when a cell shows a value that it has not printed itself. */
export function showsValue({ statements }: ScriptCell): boolean {
  const last = statements.at(-1);
  return last?.type === 'ExpressionStatement' && !isSilent(nodeIn(last, 'expression'));
}

/** Prints or returns the value of the last expression. */
function handingOver(cell: ScriptCell, use: 'print' | 'return'): TextEdit[] {
  const { statements, text } = cell;
  const last = statements.at(-1);
  if (last === undefined || !showsValue(cell)) return [];
  if (use === 'return') return [{ start: last.start, end: last.start, text: 'return ' }];
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
  const isName = last?.type === 'ExpressionStatement' && isPlainName(nodeIn(last, 'expression'));
  return isName ? [{ start: last.start, end: last.end, text: '' }] : [];
}

/** True for `name` and `name.property`. */
function isPlainName(expression: Node | null): boolean {
  if (expression?.type !== 'MemberExpression') return expression?.type === 'Identifier';
  return expression['computed'] !== true && isPlainName(nodeIn(expression, 'object'));
}
