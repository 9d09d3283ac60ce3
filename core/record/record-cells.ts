import { diffSnapshots } from '../lens/diff-snapshots.ts';
import { EMPTY_LENS, type LensSnapshot } from '../lens/snapshot.ts';
import type { Run } from '../session/run.ts';
import { idleTimes } from './idle-times.ts';
import { maskLens } from './mask-lens.ts';
import { maskRun } from './mask-run.ts';
import { newestEntries } from './newest-entries.ts';
import type { Observed } from './observed.ts';
import { storedRow } from './recorded-row.ts';
import type { StoredCell } from './recording.ts';
import { Timeline } from './timeline.ts';

/** What a notebook that was run once leaves, without what is volatile. */
export interface RecordedCells {
  /** In the order in which they were run. */
  cells: StoredCell[];
  /** All streams after each of them. */
  lenses: LensSnapshot[];
}

/**
 * The recorded run of a notebook, from what could be seen of its cells, in their order from the first
 * one on an empty Redis.
 * @throws Error when a run has not ended
 */
export function recordCells(observed: readonly Observed[]): RecordedCells {
  const timeline = new Timeline(observed);
  const lenses = observed.map(({ lens }, place) => maskLens(lens, timeline, place));
  const cells = observed.map(({ run }, place) => {
    const at = timeline.endOf(place);
    const before = lenses[place - 1] ?? EMPTY_LENS;
    const after = lenses[place] ?? before;
    const { outputs, commands, changes } = maskRun(run, timeline, idleTimes(at, before, after));
    return {
      cell: run.cell,
      sourceHash: run.sourceHash,
      status: endOf(run),
      outputs,
      commands: commands.map(storedRow),
      ...(run.commandsOmitted > 0 && { commandsOmitted: run.commandsOmitted }),
      changes,
      at,
      delta: diffSnapshots(newestEntries(before), newestEntries(after)),
    };
  });
  return { cells, lenses };
}

function endOf({ status, cell }: Run): StoredCell['status'] {
  if (status === 'ok' || status === 'error' || status === 'stopped') return status;
  throw new Error(`The cell "${cell}" has not ended.`);
}
