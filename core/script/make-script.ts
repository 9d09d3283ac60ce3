import { showsValue } from './cell-body.ts';
import { connectionsIn, openConnections } from './connections.ts';
import { deepPrinting } from './deep-printing.ts';
import { formatImports } from './format-imports.ts';
import { isSameBinding, type ImportBinding } from './import-binding.ts';
import { changedKeys } from './keys/changed-keys.ts';
import { freeKeys } from './keys/free-keys.ts';
import { neededCells } from './needed-cells.ts';
import { readCell, type CellText, type ScriptCell } from './script-cell.ts';
import { scriptCode } from './script-code.ts';
import { ScriptError } from './script-error.ts';
import { scriptHead } from './script-head.ts';
import { splitCell, type CellPart } from './split-cell.ts';
import { childrenOf, nodeIn, textIn, type Node } from './syntax/node.ts';
import { freshName, namesIn, uniqueNames } from './unique-names.ts';

/** A file that runs on its own. */
export interface Script {
  /** Name of the file; its ending makes Node take it for a module of TypeScript. */
  file: string;
  text: string;
  /** Slugs of the cells that are in it, in their order; not those of which it has only functions and types. */
  cells: string[];
}

/**
 * Makes a script of some cells: with the cells that they need, their imports at the top, the connection
 * told by REDIS_URL, and closed at the end. It begins only where none of its keys is in use, and
 * removes them when it ends.
 * @param notebook all cells in reading order
 * @param name of the file, without its ending
 * @param slugs of the cells that are asked for: each prints its value
 * @throws ScriptError, for the learner, when one of them cannot be read or there is none
 */
export function makeScript(
  notebook: readonly CellText[],
  name: string,
  slugs: readonly string[],
): Script {
  const cells = notebook.flatMap(splitCell);
  const asked = cells.flatMap(({ slug }, index) => (slugs.includes(slug) ? [index] : []));
  if (asked.length === 0) throw new ScriptError('There is no cell to make a script of.');
  const read = cells.map((cell, index) =>
    asked.includes(index) ? readCell(cell) : readOrNull(cell),
  );
  const needed = neededCells(read, asked);
  const newNames = uniqueNames(needed);
  const nameIn = (cell: ScriptCell, own: string) => newNames.get(cell)?.get(own) ?? own;
  const taken = namesIn(needed.cells);
  const unused = (wish: string) => {
    const free = taken.has(wish) ? freshName(wish, taken) : wish;
    taken.add(free);
    return free;
  };

  const printsValues = needed.cells.some((cell) => slugs.includes(cell.slug) && showsValue(cell));
  const deep = printsValues ? deepPrinting(unused('inspect')) : null;
  const imports = withoutRepeats([
    ...needed.imports.map(({ cell, binding }) => ({
      ...binding,
      local: nameIn(cell, binding.local),
    })),
    ...(deep ? [deep.binding] : []),
  ]);
  const modules = new Set([
    ...imports.map(({ module }) => module),
    ...needed.cells.flatMap(({ statements }) => statements.flatMap(dynamicImports)),
  ]);
  const connector = needed.cells.find((cell) => !cell.blocking && connectionsIn(cell).length > 0);
  const connection = connector && connectionsIn(connector)[0];
  const keys = connection ? changedKeys(needed) : [];
  const free =
    connector && connection && keys.length > 0
      ? freeKeys(
          keys,
          nameIn(connector, connection.name) + (connection.isDatabase ? '.client' : ''),
          unused('keys'),
        )
      : null;
  const closings = needed.cells
    .flatMap((cell) => openConnections(cell).map((open) => nameIn(cell, open.name)))
    .toReversed()
    .map((open) => `await ${open}.close();`);
  const file = `${name}.mts`;
  const isOwn = needed.cells.some(({ isOriginal }) => !isOriginal);
  const parts = [
    scriptHead(file, {
      modules,
      connects: modules.has('walrus') || modules.has('redis'),
      keys,
      mayLack: isOwn && needed.cells.length < cells.length,
    }).join('\n'),
    formatImports(imports).join('\n'),
    deep?.setting ?? '',
    ...scriptCode({ needed, newNames, unused, slugs, connector, check: free?.check ?? null }),
    [...(free ? [free.removal] : []), ...closings].join('\n'),
  ];
  return {
    file,
    text: `${parts.filter((part) => part !== '').join('\n\n')}\n`,
    cells: needed.cells.flatMap(({ slug, isPrelude }) => (isPrelude ? [] : [slug])),
  };
}

/** A cell that is not finished gives no names; only when it is needed, that shows. */
function readOrNull(cell: CellPart): ScriptCell | null {
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
