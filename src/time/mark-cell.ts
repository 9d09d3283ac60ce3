/** Marks a cell of the notebook as the one that is looked at in the past; returns what unmarks it. */
export function markCell(slug: string): () => void {
  const cell = document.getElementById(`cell-${slug}`);
  cell?.setAttribute('data-moment', '');
  return () => cell?.removeAttribute('data-moment');
}
