import type { LensMarks, StreamMarks } from './marks.ts';

/** The key of the first stream in which anything was marked; null when nothing was. */
export function firstChanged(marks: LensMarks): string | null {
  for (const [key, stream] of marks.streams) {
    if (isChanged(stream)) return key;
  }
  return null;
}

function isChanged({ isNew, entries, groups, goneGroups }: StreamMarks): boolean {
  return (
    isNew ||
    entries.growth !== 0 ||
    entries.added.size > 0 ||
    entries.removed.length > 0 ||
    goneGroups.length > 0 ||
    [...groups.values()].some(
      (group) =>
        group.isNew ||
        group.movedFrom !== null ||
        group.newConsumers.size > 0 ||
        group.pending.size > 0 ||
        group.gone.length > 0,
    )
  );
}
