import type { CellNames } from './cell-names.ts';
import { cellModule } from './cell-file.ts';

/** What ties a cell to those above it. */
export interface CellLink {
  /** What is put behind the cell's own text. */
  text: string;
  /** For each name that it has from above, the cell that declares it. */
  scope: ReadonlyMap<string, string>;
}

/**
 * What makes modules of cells that know each other, by slug: a text to be put behind each cell's own,
 * which imports every name that a cell above has declared, and exports what the cell itself declares.
 * The nearest declaration above wins, as it does when cells are run in a row; behind the text, it
 * moves no position.
 */
export function linkCells(
  cells: readonly { slug: string; names: CellNames }[],
): Map<string, CellLink> {
  const links = new Map<string, CellLink>();
  const above = new Map<string, string>();
  for (const { slug, names } of cells) {
    const scope = new Map(above);
    for (const name of names.declared.keys()) scope.delete(name);
    links.set(slug, { text: `\n;${imports(scope)}${exports(names)}`, scope });
    for (const name of names.declared.keys()) above.set(name, slug);
  }
  return links;
}

function imports(scope: ReadonlyMap<string, string>): string {
  const bySlug = new Map<string, string[]>();
  for (const [name, slug] of scope) bySlug.set(slug, [...(bySlug.get(slug) ?? []), name]);
  return [...bySlug]
    .map(([slug, names]) => `import{${names.join()}}from${JSON.stringify(cellModule(slug))};`)
    .join('');
}

/** Also with nothing to export, this makes the cell a module, in which `await` may stand anywhere. */
function exports({ declared, exported }: CellNames): string {
  const names = [...declared.keys()].filter((name) => !exported.has(name));
  return `export{${names.join()}};`;
}
