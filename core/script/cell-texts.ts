import type { Cell, Dialect } from '../lesson/lesson.ts';
import type { CellText } from './script-cell.ts';

/** Cells of lessons as their author wrote them in a dialect, for makeScript(); without those that have no text in it. */
export function cellTexts(cells: readonly Cell[], dialect: Dialect): CellText[] {
  return cells.flatMap(({ slug, title, code, blocking, needs, wakes }) => {
    const text = code[dialect];
    return text === null ? [] : [{ slug, title, text, blocking, needs, wakes, isOriginal: true }];
  });
}
