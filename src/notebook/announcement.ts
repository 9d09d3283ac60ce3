import type { Run } from '../../core/session/run.ts';
import { formatSeconds } from '../../core/text/duration.ts';
import { statusText } from './status-text.ts';

/**
 * What a screen reader says when a run has changed, once per change; null for a change not worth
 * interrupting for. `now` is the server's clock, Unix time in ms.
 */
export function announcement(
  title: string,
  before: Run | undefined,
  after: Run,
  now: number,
): string | null {
  if (after.stopsAt !== null && (before?.stopsAt ?? null) === null) {
    const running = formatSeconds(now - (after.startedAt ?? now));
    const left = formatSeconds(after.stopsAt - now);
    return `${title} has been running for ${running}. It will be stopped in ${left} unless you press Let it go on.`;
  }
  if (before?.status === after.status) return null;
  if (after.status === 'queued' || after.status === 'running') return null;
  const status = `${title}: ${statusText({ status: after.status, stale: null }, after, now)}`;
  if (!after.check) return status;
  return after.check.isSolved
    ? `${status}. Exercise solved.`
    : `${status}. Exercise not solved yet: ${after.check.text}`;
}
