import { hashSource } from '../../core/session/hash-source.ts';
import type { Edit } from '../storage/edits.ts';
import type { KeptScratch } from '../storage/scratch-cells.ts';

/**
 * The scratch cell that takes up what was written into a cell which the lessons do not have any more:
 * at the end of its lesson. Two tabs that make it make the same one.
 */
export function rescuedCell(slug: string, edit: Edit): KeptScratch {
  const text = edit.text ?? '';
  return {
    slug: `scratch-${hashSource(slug)}${hashSource(text)}`,
    title: `From a cell that is no longer there: ${edit.title}`.slice(0, 200),
    text,
    others: edit.others,
    discarded: edit.discarded,
    writes: edit.writes,
    place: { lesson: edit.lesson, anchor: slug, side: 'below', rank: 0 },
  };
}
