import type { Log } from '../log/log.ts';

/**
 * Starts something, and once more if that fails: what was in its way, such as a moment without memory,
 * is often gone by then.
 * @param what a sentence for the log: `A kernel did not start at once`
 * @param isWanted asked before the second time
 * @throws what `start` throws, at the second time or when there is none
 */
export async function startAgain<T>(
  log: Log,
  what: string,
  isWanted: () => boolean,
  start: () => Promise<T>,
): Promise<T> {
  try {
    return await start();
  } catch (error) {
    if (!isWanted()) throw error;
    log.error(what, error);
    return await start();
  }
}
