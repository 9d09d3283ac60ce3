import { applyChanges } from '../lens/apply-changes.ts';
import { EMPTY_LENS } from '../lens/snapshot.ts';
import { appendOutput, changeRun, mergeRows, queuedRun } from './change-run.ts';
import { changesOfRun } from './changes-of-run.ts';
import type { SessionEvent } from './event.ts';
import { EMPTY_HISTORY, extendHistory } from './extend-history.ts';
import type { Mark } from './history.ts';
import { hasEnded, type Run } from './run.ts';
import type { SessionView } from './view.ts';

type Event<K extends SessionEvent['kind']> = SessionEvent & { kind: K };

/**
 * The session after an event. Pure: the view given in is not changed. Server and page fold the same
 * events with it, so that both always show the same. An event of a run that the view does not hold
 * (it was dropped for a newer run of its cell) changes nothing.
 */
export function applyEvent(view: SessionView, event: SessionEvent): SessionView {
  switch (event.kind) {
    case 'run-queued': {
      const { run, cell, sourceHash } = event;
      const former = view.runs.findLast((old) => old.cell === cell);
      const queued = {
        ...queuedRun(run, cell, view.kernel.generation, sourceHash),
        ...(former && { names: former.names }),
      };
      return { ...view, runs: [...view.runs.filter((old) => !isReplaced(old, cell)), queued] };
    }
    case 'run-started':
      return startRun(view, event);
    case 'run-names':
      return changeRun(view, event.run, (run) => ({ ...run, names: event.names }));
    case 'run-blocked':
      return changeRun(view, event.run, (run) =>
        hasEnded(run.status) ? run : { ...run, status: 'blocked', blocked: event.blocked },
      );
    case 'run-unblocked':
      return changeRun(view, event.run, (run) =>
        run.status === 'blocked' ? { ...run, status: 'running', blocked: null } : run,
      );
    case 'run-asked':
      return changeRun(view, event.run, (run) =>
        hasEnded(run.status) ? run : { ...run, stopsAt: event.stopsAt },
      );
    case 'run-output':
      return changeRun(view, event.run, (run) => ({
        ...run,
        outputs: appendOutput(run.outputs, event.output),
      }));
    case 'run-commands':
      return changeRun(view, event.run, (run) => ({
        ...run,
        commands: mergeRows(run.commands, event.rows),
        commandsOmitted: event.omitted,
      }));
    case 'run-checked':
      return changeRun(view, event.run, (run) => ({ ...run, check: event.outcome }));
    case 'run-ended':
      return endRun(view, event);
    case 'kernel':
      return { ...view, kernel: event.kernel };
    case 'redis':
      // A Redis that is not the same any more starts empty: nothing in it was changed by a cell.
      return event.redis.state === 'ready'
        ? { ...view, redis: event.redis }
        : forgetRedis({ ...view, redis: event.redis });
    case 'lens':
      return takeLens(view, event);
    case 'rewound':
      return rewind(view, event);
    case 'points':
      return { ...view, history: { ...view.history, points: event.points } };
  }
}

/** The newest run of a cell replaces its older ones, but for those that are still going on. */
function isReplaced(run: Run, cell: string): boolean {
  return run.cell === cell && hasEnded(run.status);
}

function startRun(view: SessionView, { run: id, count, at }: Event<'run-started'>): SessionView {
  const started = changeRun(view, id, (run) =>
    run.status === 'queued'
      ? { ...run, status: 'running', count, startedAt: at, before: view.lens ?? EMPTY_LENS }
      : run,
  );
  return { ...started, lensBase: view.lens };
}

function endRun(view: SessionView, { run: id, status, duration }: Event<'run-ended'>): SessionView {
  const run = view.runs.find((candidate) => candidate.id === id);
  if (!run || hasEnded(run.status)) return view;
  const changes = view.lens ? changesOfRun(run, view.runs, view.lens) : run.changes;
  const over = { status, duration, blocked: null, stopsAt: null, before: null };
  const ended: Run = { ...run, ...over, changes };
  const next = changeRun(view, id, () => ended);
  // One that was stopped before its turn came has left nothing.
  if (run.startedAt === null || run.count === null) return next;
  const { cell, count, commands, commandsOmitted } = ended;
  const at = run.startedAt + duration;
  const mark: Omit<Mark, 'delta'> = {
    id,
    kind: 'run',
    cell,
    count,
    status,
    at,
    changes,
    commands,
    commandsOmitted,
  };
  return { ...next, history: extendHistory(view.history, view.lens, mark) };
}

function takeLens(view: SessionView, { at, changes }: Event<'lens'>): SessionView {
  const lens = applyChanges(view.lens ?? EMPTY_LENS, at, changes);
  // What the fresh Redis of a session holds was there before any cell.
  const isFirst = view.lens === null;
  const history = isFirst ? { ...EMPTY_HISTORY, base: lens, last: lens } : view.history;
  const runs = view.runs.map((run) =>
    run.before === null ? run : { ...run, changes: changesOfRun(run, view.runs, lens) },
  );
  return { ...view, runs, lens, lensBase: view.lensBase ?? lens, history };
}

function forgetRedis(view: SessionView): SessionView {
  const runs = view.runs.map((run) => (run.before ? { ...run, before: EMPTY_LENS } : run));
  return { ...view, runs, lens: null, lensBase: null, history: EMPTY_HISTORY };
}

function rewind(view: SessionView, { id, to, at }: Event<'rewound'>): SessionView {
  const target = view.history.marks.find((mark) => mark.id === to);
  const mark: Omit<Mark, 'delta'> = {
    id,
    kind: 'rewind',
    cell: target?.cell ?? '',
    count: null,
    status: 'ok',
    at,
    changes: [],
    commands: [],
    commandsOmitted: 0,
  };
  const lensBase = view.history.last;
  return { ...view, lensBase, history: extendHistory(view.history, view.lens, mark) };
}
