import type { Connection } from './connection.ts';

/** True once it is known whether there is a server: what nobody waits for is loaded after that. */
export function isSettled(connection: Connection): boolean {
  const { state } = connection;
  if (state === 'idle') return false;
  return 'attempt' in connection ? connection.attempt > 0 : true;
}
