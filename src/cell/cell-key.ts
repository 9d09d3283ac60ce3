/** What a key means in a cell, whether its text is being edited or the cell is only selected. */
export type CellKey = 'run-and-next' | 'run' | 'edit' | 'leave';

/** The meaning of a key; null for one that is not the cell's. */
export function cellKey(
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>,
  isEditing: boolean,
): CellKey | null {
  // While an input method composes, Enter and Escape belong to it.
  if (event.isComposing || event.altKey) return null;
  const hasControl = event.ctrlKey || event.metaKey;
  if (event.key === 'Enter') {
    if (event.shiftKey && !hasControl) return 'run-and-next';
    if (hasControl && !event.shiftKey) return 'run';
    if (!event.shiftKey && !hasControl && !isEditing) return 'edit';
  }
  if (event.key === 'Escape' && isEditing) return 'leave';
  return null;
}
