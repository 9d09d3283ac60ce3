import type { Run } from '../../core/session/run.ts';
import type { CellCondition, StaleReason } from './cell-status.ts';
import { formatDuration, formatSeconds } from '../../core/text/duration.ts';

const staleWords: Record<StaleReason, string> = {
  edited: 'edited since it ran',
  dialect: 'ran in the other dialect',
  kernel: 'the kernel was replaced',
  session: 'the session is gone',
  'run-above': 'was run again',
  'edited-above': 'was edited',
  'dialect-above': 'ran in the other dialect',
};

/**
 * The words that stand beside a cell: `Running 1.2 s`, `Blocked on XREAD stream-a 3 s`, `OK 14 ms`.
 * `now` is the server's clock, Unix time in ms; it matters only while a run goes on.
 */
export function statusText(condition: CellCondition, run: Run | null, now: number): string {
  if (condition.above !== undefined && condition.stale !== null) {
    return `Stale: “${condition.above}” above ${staleWords[condition.stale]}`;
  }
  if (condition.stale !== null) return `Stale: ${staleWords[condition.stale]}`;
  switch (condition.status) {
    case 'idle':
    case 'stale':
      return 'Not run';
    case 'queued':
      return 'Queued';
    case 'running':
      return `Running ${formatDuration(now - (run?.startedAt ?? now))}`;
    case 'blocked':
      return blockedText(run, now);
    case 'ok':
      return `OK ${formatDuration(run?.duration ?? 0)}`;
    case 'error':
      return `Error ${formatDuration(run?.duration ?? 0)}`;
    case 'stopped':
      return run?.count === null
        ? 'Stopped before its turn'
        : `Stopped ${formatDuration(run?.duration ?? 0)}`;
  }
}

function blockedText(run: Run | null, now: number): string {
  const blocked = run?.blocked;
  if (!blocked) return 'Blocked';
  const on = [blocked.command, ...blocked.keys].join(' ');
  const waited = formatSeconds(now - blocked.since);
  const bound = blocked.timeout > 0 ? ` of ${formatDuration(blocked.timeout)}` : '';
  return `Blocked on ${on} ${waited}${bound}`;
}
