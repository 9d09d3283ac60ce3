import type { ReplayedView } from '../../core/record/replay.ts';

/**
 * Where what the lens shows comes from: a session on the server, or one that was recorded. Whatever has
 * such a view can be shown, with a connection or without.
 */
export interface SessionSource {
  /** Null until something is known. */
  readonly view: ReplayedView | null;
}
