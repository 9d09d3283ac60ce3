/** True when the cursor is in the text of a cell: the focus is inside its code, and not on the code as a whole. */
export function hasCursor(slug: string): boolean {
  const { activeElement } = document;
  const code = activeElement?.closest('[data-code]');
  if (!code || code === activeElement) return false;
  return code.closest('[data-cell]')?.getAttribute('data-cell') === slug;
}
