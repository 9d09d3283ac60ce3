import type { ImportBinding } from './import-binding.ts';
import type { ScriptCell } from './script-cell.ts';

/** What a script is made of. */
export interface Needed {
  /** The cells, in reading order, the one that was asked for last. */
  cells: ScriptCell[];
  /** For each of them, which cell gives it a name that it uses; an import, the one that has it. */
  givers: Map<ScriptCell, Map<string, ScriptCell>>;
  /** Imports that are used, in the order of their cells. */
  imports: { cell: ScriptCell; binding: ImportBinding }[];
}

/**
 * Finds what the last of these cells needs: the cells whose variables it uses, and theirs in turn. A
 * name belongs to the nearest cell above that declares it. Of a cell from which only an import is
 * used, nothing else is taken. A cell that cannot be read is null and gives nothing.
 */
export function neededCells(cells: readonly (ScriptCell | null)[]): Needed {
  const wanted = new Set([cells.length - 1]);
  const givers: Needed['givers'] = new Map();
  const used = new Map<ScriptCell, Set<string>>();

  for (let index = cells.length - 1; index >= 0; index--) {
    const cell = cells[index] ?? null;
    if (cell === null || !wanted.has(index)) continue;
    for (const { local } of cell.imports) {
      // Where it stands beside the place where it is imported, it is used.
      if ((cell.names.declares.get(local)?.length ?? 0) > 1) addTo(used, cell, local);
    }
    const own = new Map<string, ScriptCell>();
    givers.set(cell, own);
    for (const name of cell.names.uses.keys()) {
      const at = cells.slice(0, index).findLastIndex((one) => one?.names.declares.has(name));
      const giver = cells[at] ?? null;
      if (giver === null) continue;
      own.set(name, giver);
      if (giver.imports.some(({ local }) => local === name)) addTo(used, giver, name);
      else wanted.add(at);
    }
  }
  return {
    cells: cells.flatMap((cell, index) => (cell !== null && wanted.has(index) ? [cell] : [])),
    givers,
    imports: cells.flatMap((cell) =>
      (cell?.imports ?? []).flatMap((binding) =>
        cell && used.get(cell)?.has(binding.local) ? [{ cell, binding }] : [],
      ),
    ),
  };
}

function addTo(sets: Map<ScriptCell, Set<string>>, cell: ScriptCell, name: string): void {
  const set = sets.get(cell) ?? new Set();
  sets.set(cell, set.add(name));
}
