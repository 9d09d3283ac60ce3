import type { LIMITS } from '../config/limits.ts';

/** A limit by its name: one of server/config/limits.ts, or one that the page knows too. */
export type LimitName = keyof typeof LIMITS | 'sourceLength' | 'messageBytes';

/**
 * Why a kernel or a Redis was replaced: out of memory, ended by Stop, nothing could be read from it any
 * more, a cell cut its connection, one command kept it busy for too long, or gone in another way.
 */
export type EndReason = 'memory' | 'stopped' | 'ended' | 'broken' | 'cut' | 'stuck';

/**
 * What happens on a server, as the log tells it and the metrics count it: `log.tell({ event: … })`
 * does both. Only names of ours, numbers and short session ids belong here, never text that came from
 * a learner.
 */
export type ServerEvent =
  /** found: as the page was told; a lost one had a session that is not there any more. */
  | { event: 'session-opened'; session: string; found: 'new' | 'lost' }
  | { event: 'session-resumed'; session: string }
  /** ms: how long it was there. */
  | { event: 'session-closed'; session: string; ms: number }
  /** The learner has asked for a new kernel and an empty Redis. */
  | { event: 'session-restarted'; session: string }
  | { event: 'cell-ended'; session: string; status: 'ok' | 'error' | 'stopped'; ms: number }
  /** The server was told to end. busy: sessions whose cells may still finish, for so many ms. */
  | { event: 'draining'; pages: number; busy: number; ms: number }
  /** cut: sessions whose cells had not finished in time. */
  | { event: 'drained'; cut: number; ms: number }
  /** A kernel and its Redis are ready for a learner. */
  | { event: 'room-opened'; ms: number }
  | { event: 'kernel-replaced'; session: string; reason: EndReason }
  | { event: 'redis-replaced'; session: string; reason: EndReason }
  /** Somebody met a limit and was told. session: null when there is none, or not yet. */
  | { event: 'limit-hit'; limit: LimitName; session: string | null };
