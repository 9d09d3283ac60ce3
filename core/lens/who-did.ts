import type { Mark } from '../session/history.ts';
import type { ToldChange } from './change.ts';

/**
 * The run that made a change which is seen first at a mark. Mostly it is the run that ended there. But
 * runs may go on at the same time, and a mark's delta tells what all of them have done; then it is the
 * one whose own sentences tell it. Null when none tells it, or more than one.
 * @param marks the mark at which the change is seen first, and those after it
 * @param id of the entry that the change is about
 * @param isAnew whether a mark's delta has such a change itself, so that its sentences are about that
 */
export function whoDid(
  change: ToldChange,
  id: string,
  marks: readonly Mark[],
  isAnew: (mark: Mark) => boolean,
): Mark | null {
  const [ending, ...later] = marks;
  const others = later.filter((mark) => tells(mark, change, id) === 'surely' && !isAnew(mark));
  const claim = ending ? tells(ending, change, id) : 'no';
  const surely = claim === 'surely' && ending ? [ending, ...others] : others;
  if (surely.length > 0) return surely.length === 1 ? (surely[0] ?? null) : null;
  return claim === 'possibly' ? (ending ?? null) : null;
}

/** Whether the sentences about a run tell of a change. One about more entries than it names may be about any. */
function tells(run: Mark, change: ToldChange, id: string): 'surely' | 'possibly' | 'no' {
  const lines = run.changes.filter(
    ({ kind, stream, group }) =>
      kind === change.kind &&
      stream === change.stream &&
      (!('group' in change) || group === null || group === change.group),
  );
  if (lines.some(({ ids }) => ids.length === 0 || ids.includes(id))) return 'surely';
  const isCut =
    lines.some(({ ids, count }) => count > ids.length) ||
    run.changes.some(({ kind }) => kind === 'more');
  return isCut ? 'possibly' : 'no';
}
