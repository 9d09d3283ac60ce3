import type { CellText } from '../../core/script/script-cell.ts';
import type { CellState } from '../state/cell.svelte.ts';

/** A cell as it is now, for what makes scripts and notebooks. */
export function textOfCell({ slug, title, text, lesson, hasOwnText }: CellState): CellText {
  const { blocking, needs, wakes } = lesson;
  return { slug, title, text, blocking, needs, wakes, isOriginal: !hasOwnText };
}
