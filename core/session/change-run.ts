import { MAX_COMMAND_ROWS } from '../limits/limits.ts';
import type { CommandRow } from './command.ts';
import type { Output, Run } from './run.ts';
import type { SessionView } from './view.ts';

/** The view with one run changed; the same view when it does not hold that run. */
export function changeRun(view: SessionView, id: string, change: (run: Run) => Run): SessionView {
  if (!view.runs.some((run) => run.id === id)) return view;
  return { ...view, runs: view.runs.map((run) => (run.id === id ? change(run) : run)) };
}

/** A run of a cell that has just been queued. */
export function queuedRun(id: string, cell: string, generation: number, sourceHash: string): Run {
  return {
    id,
    cell,
    generation,
    count: null,
    status: 'queued',
    sourceHash,
    names: { declares: [], uses: [] },
    startedAt: null,
    duration: null,
    blocked: null,
    stopsAt: null,
    outputs: [],
    commands: [],
    commandsOmitted: 0,
    changes: [],
    before: null,
  };
}

/**
 * Text that follows text of the same stream is joined to it, so that a chatty cell stays one output;
 * what brings its structure stays by itself.
 */
export function appendOutput(outputs: Output[], output: Output): Output[] {
  const last = outputs.at(-1);
  if (
    output.kind === 'text' &&
    last?.kind === 'text' &&
    last.stream === output.stream &&
    !output.values &&
    !last.values
  ) {
    return [...outputs.slice(0, -1), { ...last, text: last.text + output.text }];
  }
  return [...outputs, output];
}

/** Rows with those that are new or have changed put in their places. */
export function mergeRows(
  rows: CommandRow[],
  changed: readonly { index: number; row: CommandRow }[],
): CommandRow[] {
  const merged = [...rows];
  // A row that would leave a gap comes from a kernel that lies: it is put at the end.
  for (const { index, row } of changed) {
    if (index < MAX_COMMAND_ROWS) merged[Math.min(index, merged.length)] = row;
  }
  return merged;
}
