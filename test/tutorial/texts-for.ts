import type { Cell, Dialect } from '../../core/lesson/lesson.ts';
import { cellTexts } from '../../core/script/cell-texts.ts';
import { neededCells } from '../../core/script/needed-cells.ts';
import { readCell } from '../../core/script/script-cell.ts';
import { splitCell } from '../../core/script/split-cell.ts';

/** What of the cells above a cell cannot do without, in reading order: their texts, or parts of them. */
export function textsFor(slug: string, notebook: readonly Cell[], dialect: Dialect): string[] {
  const parts = cellTexts(notebook, dialect).flatMap(splitCell).map(readCell);
  const asked = parts.flatMap((part, index) => (part.slug === slug ? [index] : []));
  const { cells, imports } = neededCells(parts, asked);
  const needed = new Set([...cells, ...imports.map(({ cell }) => cell)]);
  return parts.filter((part) => part.slug !== slug && needed.has(part)).map(({ text }) => text);
}
