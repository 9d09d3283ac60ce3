import { applyChanges } from '../lens/apply-changes.ts';
import { diffSnapshots } from '../lens/diff-snapshots.ts';
import { EMPTY_LENS, type LensSnapshot } from '../lens/snapshot.ts';
import { MAX_HISTORY_CHANGES, MAX_HISTORY_COMMAND_ROWS, MAX_MARKS } from '../limits/limits.ts';
import type { History, Mark } from './history.ts';

/** A history of a Redis in which nothing has happened. */
export const EMPTY_HISTORY: History = { base: EMPTY_LENS, marks: [], last: EMPTY_LENS, points: [] };

/** The history with a mark for the moment at which the lens is this. The oldest marks go when there are too many. */
export function extendHistory(
  history: History,
  lens: LensSnapshot | null,
  mark: Omit<Mark, 'delta'>,
): History {
  const last = lens ?? history.last;
  const delta = diffSnapshots(history.last, last);
  return trimHistory({ ...history, last, marks: [...history.marks, { ...mark, delta }] });
}

function trimHistory(history: History): History {
  let { base } = history;
  let marks = history.marks;
  const changes = () => marks.reduce((sum, { delta }) => sum + delta.length, 0);
  // The newest mark stays, however much it holds.
  while (marks.length > 1 && (marks.length > MAX_MARKS || changes() > MAX_HISTORY_CHANGES)) {
    const [oldest, ...rest] = marks;
    if (oldest) base = applyChanges(base, oldest.at, oldest.delta);
    marks = rest;
  }
  return { ...history, base, marks: trimCommands(marks) };
}

/** Old marks lose their commands first: what they changed stays. */
function trimCommands(marks: Mark[]): Mark[] {
  let rows = 0;
  const kept = marks.toReversed().map((mark) => {
    rows += mark.commands.length;
    if (rows <= MAX_HISTORY_COMMAND_ROWS || mark.commands.length === 0) return mark;
    const count = mark.commands.reduce((sum, row) => sum + row.count, 0);
    return { ...mark, commands: [], commandsOmitted: mark.commandsOmitted + count };
  });
  return rows > MAX_HISTORY_COMMAND_ROWS ? kept.reverse() : marks;
}
