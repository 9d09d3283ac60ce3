import type { ImportBinding } from './import-binding.ts';
import type { ScriptCell } from './script-cell.ts';

/** What a script is made of. */
export interface Needed {
  /** The cells, in reading order. */
  cells: ScriptCell[];
  /** For each of them, which cell gives it a name that it uses; an import, the one that has it. */
  givers: Map<ScriptCell, Map<string, ScriptCell>>;
  /** Imports that are used, in the order of their cells. */
  imports: { cell: ScriptCell; binding: ImportBinding }[];
}

/**
 * Finds what some of these cells need, and what that needs in turn: the cells whose variables they use,
 * those that they say they need, and for one that waits, the cells that wake it. A name belongs to the
 * nearest cell above that declares it. Of a cell from which only an import is used, nothing else is taken.
 * @param cells in reading order; one that cannot be read is null and gives nothing
 * @param asked places of those that are asked for
 */
export function neededCells(
  cells: readonly (ScriptCell | null)[],
  asked: readonly number[],
): Needed {
  const givers: Needed['givers'] = new Map();
  const used = new Map<ScriptCell, Set<string>>();
  const queue = [...asked];
  const seen = new Set<number>();

  for (let index = queue.pop(); index !== undefined; index = queue.pop()) {
    const cell = cells[index] ?? null;
    if (cell === null || seen.has(index)) continue;
    seen.add(index);
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
      else queue.push(at);
    }
    queue.push(...besideNames(cells, cell));
  }
  return {
    cells: cells.flatMap((cell, index) => (cell !== null && seen.has(index) ? [cell] : [])),
    givers,
    imports: cells.flatMap((cell) =>
      (cell?.imports ?? []).flatMap((binding) =>
        cell && used.get(cell)?.has(binding.local) ? [{ cell, binding }] : [],
      ),
    ),
  };
}

/** Places of the cells that one needs although it uses no name of theirs. */
function besideNames(
  cells: readonly (ScriptCell | null)[],
  { slug, needs, blocking }: ScriptCell,
): number[] {
  return [...cells.keys()].filter((at) => {
    const other = cells[at] ?? null;
    if (other === null) return false;
    return needs.includes(other.slug) || (blocking && other.wakes === slug);
  });
}

function addTo(sets: Map<ScriptCell, Set<string>>, cell: ScriptCell, name: string): void {
  const set = sets.get(cell) ?? new Set();
  sets.set(cell, set.add(name));
}
