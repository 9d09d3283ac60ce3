import { isSameBinding, type ImportBinding } from './import-binding.ts';
import type { Needed } from './needed-cells.ts';
import type { ScriptCell } from './script-cell.ts';
import { allBelow, textIn } from './syntax/node.ts';

/** What the names of each cell are called in the script, where they cannot keep their name. */
export type NewNames = Map<ScriptCell, Map<string, string>>;

/**
 * In the notebook a cell may declare a name that one above has declared already; in one script it may
 * not. The last cell keeps the name, those above it get another one.
 */
export function uniqueNames({ cells, imports }: Needed): NewNames {
  const taken = namesIn(cells);
  const given = new Map<string, ImportBinding | null>();
  const result: NewNames = new Map();
  const declared = [
    ...imports.map(({ cell, binding }) => ({ cell, name: binding.local, binding })),
    ...cells.flatMap((cell) =>
      [...cell.names.declares.keys()]
        .filter((name) => !cell.imports.some(({ local }) => local === name))
        .map((name) => ({ cell, name, binding: null })),
    ),
  ];
  for (const { cell, name, binding } of declared.toReversed()) {
    const other = given.get(name);
    if (other === undefined) {
      given.set(name, binding);
      continue;
    }
    if (other !== null && binding !== null && isSameBinding(other, binding)) continue;
    const fresh = freshName(name, taken);
    taken.add(fresh);
    const own = result.get(cell) ?? new Map<string, string>();
    result.set(cell, own.set(name, fresh));
  }
  return result;
}

/** Every name that stands somewhere in these cells. */
export function namesIn(cells: readonly ScriptCell[]): Set<string> {
  const nodes = cells.flatMap(({ statements }) => allBelow(statements));
  return new Set(
    nodes.flatMap((node) => (node.type === 'Identifier' ? (textIn(node, 'name') ?? []) : [])),
  );
}

/** A name with the first number that makes it one that is not taken. */
export function freshName(name: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) if (!taken.has(`${name}${number}`)) return `${name}${number}`;
}
