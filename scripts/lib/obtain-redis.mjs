import { Failure } from './failure.mjs';
import { importSource } from './import-source.mjs';

/**
 * Makes sure that there is a Redis, before two test files begin to fetch one at the same time.
 * Throws Failure with what to do.
 * @param {import('./steps.mjs').Steps} steps
 */
export async function obtainRedis(steps) {
  const { findRedisBinary } = await importSource('server/redis/find-binary.ts');
  try {
    const progress = (/** @type {string} */ line) => steps.note(line);
    const { product, version } = await findRedisBinary({ progress });
    steps.note(`Tests use ${product} ${version}.`);
  } catch (error) {
    if (error instanceof Error && error.name === 'RedisMissing') throw new Failure(error.message);
    throw error;
  }
}
