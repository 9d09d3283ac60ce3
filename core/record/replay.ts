import { applyChanges } from '../lens/apply-changes.ts';
import { EMPTY_LENS, type LensSnapshot } from '../lens/snapshot.ts';
import { queuedRun } from '../session/change-run.ts';
import { EMPTY_HISTORY } from '../session/extend-history.ts';
import type { Mark } from '../session/history.ts';
import type { Run } from '../session/run.ts';
import type { SessionView } from '../session/view.ts';
import type { RecordedCell } from './recording.ts';

/** The parts of a session that a recording has something to say about. */
export type ReplayedView = Pick<SessionView, 'runs' | 'lens' | 'lensBase' | 'history'>;

/**
 * What a page would show of the session in which a notebook was recorded, when it had been run.
 * @param cells of all lessons from the first one on, in their order
 * @param from the first of them that the page is about; what was before is where its history begins
 */
export function replay(cells: readonly RecordedCell[], from = 0): ReplayedView {
  let base: LensSnapshot = EMPTY_LENS;
  let lens: LensSnapshot = EMPTY_LENS;
  let lensBase: LensSnapshot = EMPTY_LENS;
  for (const [index, { at, delta }] of cells.entries()) {
    lensBase = lens;
    lens = applyChanges(lens, at, delta);
    if (index < from) base = lens;
  }
  const numbered = cells.map((cell, index) => ({ cell, count: index + 1 })).slice(from);
  return {
    runs: numbered.map(runOf),
    lens,
    lensBase,
    history: { ...EMPTY_HISTORY, base, marks: numbered.map(markOf), last: lens },
  };
}

interface Numbered {
  cell: RecordedCell;
  count: number;
}

/** A recorded cell as a run that has ended; its id begins with `recorded-`, its duration is 0. */
function runOf({ cell: recorded, count }: Numbered): Run {
  const { cell, sourceHash, status, outputs, commands, commandsOmitted, changes, at } = recorded;
  const seen = { status, outputs, commands, commandsOmitted, changes };
  const queued = queuedRun(idOf(recorded), cell, 0, sourceHash);
  return { ...queued, ...seen, count, startedAt: at, duration: 0 };
}

function markOf({ cell: recorded, count }: Numbered): Mark {
  const { cell, status, at, delta, changes, commands, commandsOmitted } = recorded;
  return {
    id: idOf(recorded),
    kind: 'run',
    cell,
    count,
    status,
    at,
    delta,
    changes,
    commands,
    commandsOmitted,
  };
}

function idOf({ cell }: RecordedCell): string {
  return `recorded-${cell}`;
}
