import type { SessionEvent } from './event.ts';
import { hasEnded, type Output, type Run } from './run.ts';
import type { SessionView } from './view.ts';

/**
 * The session after an event. Pure: the view given in is not changed. Server and page fold the same
 * events with it, so that both always show the same. An event of a run that the view does not hold
 * (it was dropped for a newer run of its cell) changes nothing.
 */
export function applyEvent(view: SessionView, event: SessionEvent): SessionView {
  switch (event.kind) {
    case 'run-queued':
      return {
        ...view,
        runs: [...view.runs.filter((run) => !isReplaced(run, event.cell)), queuedRun(view, event)],
      };
    case 'run-started':
      return {
        ...changeRun(view, event.run, (run) =>
          run.status === 'queued'
            ? { ...run, status: 'running', count: event.count, startedAt: event.at }
            : run,
        ),
        lensBase: view.lens,
      };
    case 'run-blocked':
      return changeRun(view, event.run, (run) =>
        hasEnded(run.status) ? run : { ...run, status: 'blocked', blocked: event.blocked },
      );
    case 'run-unblocked':
      return changeRun(view, event.run, (run) =>
        run.status === 'blocked' ? { ...run, status: 'running', blocked: null } : run,
      );
    case 'run-output':
      return changeRun(view, event.run, (run) => ({
        ...run,
        outputs: appendOutput(run.outputs, event.output),
      }));
    case 'run-ended':
      return changeRun(view, event.run, (run) =>
        hasEnded(run.status)
          ? run
          : { ...run, status: event.status, duration: event.duration, blocked: null },
      );
    case 'kernel':
      return { ...view, kernel: event.kernel };
    case 'redis':
      // A Redis that is not the same any more starts empty: nothing in it was changed by a cell.
      return event.redis.state === 'ready'
        ? { ...view, redis: event.redis }
        : { ...view, redis: event.redis, lens: null, lensBase: null };
    case 'lens':
      return { ...view, lens: event.lens, lensBase: view.lensBase ?? event.lens };
  }
}

/** The newest run of a cell replaces its older ones, but for those that are still going on. */
function isReplaced(run: Run, cell: string): boolean {
  return run.cell === cell && hasEnded(run.status);
}

function queuedRun(view: SessionView, event: SessionEvent & { kind: 'run-queued' }): Run {
  return {
    id: event.run,
    cell: event.cell,
    generation: view.kernel.generation,
    count: null,
    status: 'queued',
    sourceHash: event.sourceHash,
    startedAt: null,
    duration: null,
    blocked: null,
    outputs: [],
  };
}

function changeRun(view: SessionView, id: string, change: (run: Run) => Run): SessionView {
  return { ...view, runs: view.runs.map((run) => (run.id === id ? change(run) : run)) };
}

/** Text that follows text of the same stream is joined to it, so that a chatty cell stays one output. */
function appendOutput(outputs: Output[], output: Output): Output[] {
  const last = outputs.at(-1);
  if (output.kind === 'text' && last?.kind === 'text' && last.stream === output.stream) {
    return [...outputs.slice(0, -1), { ...last, text: last.text + output.text }];
  }
  return [...outputs, output];
}
