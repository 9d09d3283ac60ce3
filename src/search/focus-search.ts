/** Puts the focus into the field that searches the notebook. */
export function focusSearch(): void {
  const field = document.querySelector('[data-search]');
  if (!(field instanceof HTMLInputElement)) return;
  field.focus();
  field.select();
}
