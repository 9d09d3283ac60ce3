import type { ServerEvent } from './server-event.ts';

/** Where the server writes what it does: one line an event, for whoever runs it. */
export interface Log {
  /** Something that happened. */
  tell(event: ServerEvent): void;
  /** Words of ours about the start or the end of the server. */
  info(line: string): void;
  /**
   * Something that is our fault; the learner is told that their work is safe.
   * @param what a sentence of ours, without text of a learner
   * @param session short id of the session that it happened in
   * @returns the id under which it stands in the log: the learner is told that too
   */
  error(what: string, cause?: unknown, session?: string): string;
}

/** Says nothing: for tests that provoke errors on purpose. */
export const silentLog: Log = {
  tell: () => undefined,
  info: () => undefined,
  error: () => '000000',
};
