import type { CellText } from './cell-text.ts';

/** What is to be told of a notebook to whom knows it as it was; null when nothing has changed. */
export function changedCells(
  before: readonly CellText[],
  now: readonly CellText[],
): { order: string[]; changed: CellText[] } | null {
  const texts = new Map(before.map(({ slug, text }) => [slug, text]));
  const changed = now.filter(({ slug, text }) => texts.get(slug) !== text);
  const isSameOrder =
    before.length === now.length && now.every(({ slug }, index) => before[index]?.slug === slug);
  return changed.length === 0 && isSameOrder
    ? null
    : { order: now.map(({ slug }) => slug), changed };
}
