/** Selects a cell: its code gets the focus without being edited, and comes into view. */
export function focusCell(slug: string): void {
  const cell = document.getElementById(`cell-${slug}`);
  const code = cell?.querySelector('[data-code]');
  if (!(code instanceof HTMLElement)) return;
  code.focus({ preventScroll: true });
  cell?.scrollIntoView({ block: 'nearest' });
}
