/** Leads to a row of the commands that are listed in an element, by its number. */
export function showRow(list: HTMLElement | undefined, row: number): void {
  const item = list?.querySelector<HTMLElement>(`[data-command-row="${row}"]`);
  item?.scrollIntoView({ block: 'nearest' });
  item?.focus({ preventScroll: true });
}
