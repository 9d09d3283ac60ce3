import type { Run } from '../../core/session/run.ts';

/** Whether a run was started and can end by itself: not one that is blocked for ever in a read. */
export function willEnd({ status, blocked }: Run): boolean {
  if (status === 'running') return true;
  return status === 'blocked' && blocked !== null && blocked.timeout > 0;
}
