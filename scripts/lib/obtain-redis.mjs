import { Failure } from './failure.mjs';
import { withSource } from './with-source.mjs';

/**
 * Makes sure that there is a Redis, before two test files begin to fetch one at the same time.
 * Throws Failure with what to do.
 * @param {import('./steps.mjs').Steps} steps
 */
export async function obtainRedis(steps) {
  const progress = (/** @type {string} */ line) => steps.note(line);
  try {
    const { product, version } = await withSource('server/redis/find-binary.ts', (finder) =>
      finder.findRedisBinary({ progress }),
    );
    steps.note(`Tests use ${product} ${version}.`);
  } catch (error) {
    if (error instanceof Error && error.name === 'RedisMissing') throw new Failure(error.message);
    throw error;
  }
}
