import { cellBody } from './cell-body.ts';
import { openConnections } from './connections.ts';
import { formatImports } from './format-imports.ts';
import { isSameBinding, type ImportBinding } from './import-binding.ts';
import { neededCells } from './needed-cells.ts';
import { readCell, type CellText, type ScriptCell } from './script-cell.ts';
import { ScriptError } from './script-error.ts';
import { scriptHead } from './script-head.ts';
import { childrenOf, nodeIn, textIn, type Node } from './syntax/node.ts';
import { uniqueNames } from './unique-names.ts';

/** A file that runs on its own. */
export interface Script {
  /** Name of the file; its ending makes Node take it for a module of TypeScript. */
  file: string;
  text: string;
}

/**
 * Makes a script of a cell: with the cells above whose variables it needs, their imports at the top,
 * the connection told by REDIS_URL, and closed at the end.
 * @param cells all cells down to that one, in reading order
 * @throws ScriptError, for the learner, when the cell or there is none
 */
export function makeScript(cells: readonly CellText[]): Script {
  const target = cells.at(-1);
  if (target === undefined) throw new ScriptError('There is no cell to make a script of.');
  const last = readCell(target);
  const needed = neededCells([...cells.slice(0, -1).map(readOrNull), last]);
  const newNames = uniqueNames(needed);
  const nameIn = (cell: ScriptCell, name: string) => newNames.get(cell)?.get(name) ?? name;

  const imports = withoutRepeats(
    needed.imports.map(({ cell, binding }) => ({
      ...binding,
      local: nameIn(cell, binding.local),
    })),
  );
  const bodies = needed.cells.flatMap((cell) => {
    const body = cellBody(cell, cell === last, needed.givers, newNames);
    return body === '' ? [] : [`// ${cell.title}\n${body}`];
  });
  const open = needed.cells.flatMap((cell) =>
    openConnections(cell).map((name) => nameIn(cell, name)),
  );
  const modules = new Set([
    ...imports.map(({ module }) => module),
    ...needed.cells.flatMap(({ statements }) => statements.flatMap(dynamicImports)),
  ]);
  const file = `${target.slug}.mts`;
  const connects = modules.has('walrus') || modules.has('redis');
  const parts = [
    scriptHead(file, modules, connects, needed.cells.length < cells.length).join('\n'),
    formatImports(imports).join('\n'),
    ...bodies,
    open
      .toReversed()
      .map((name) => `await ${name}.close();`)
      .join('\n'),
  ];
  return { file, text: `${parts.filter((part) => part !== '').join('\n\n')}\n` };
}

/** A cell above that is not finished gives no names; only when it is needed, that shows. */
function readOrNull(cell: CellText): ScriptCell | null {
  try {
    return readCell(cell);
  } catch (error) {
    if (error instanceof ScriptError) return null;
    throw error;
  }
}

function withoutRepeats(bindings: readonly ImportBinding[]): ImportBinding[] {
  return bindings.filter(
    (binding, index) =>
      !bindings
        .slice(0, index)
        .some((other) => isSameBinding(other, binding) && other.local === binding.local),
  );
}

function dynamicImports(node: Node): string[] {
  const module = node.type === 'ImportExpression' ? textIn(nodeIn(node, 'source'), 'value') : null;
  return [...(module === null ? [] : [module]), ...childrenOf(node).flatMap(dynamicImports)];
}
