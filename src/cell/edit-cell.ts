import { focusCell } from './focus-cell.ts';

/** Puts the cursor into the text of a cell, at its end. */
export function editCell(slug: string): void {
  focusCell(slug);
  const code = document.querySelector(`[data-cell="${CSS.escape(slug)}"] [data-code]`);
  code?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
}
