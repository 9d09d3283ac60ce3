/** What a cell gets for `import … from 'redis'`: the package, led to the learner's own Redis. */
import * as redis from 'redis';

// The package is CommonJS: only what is named here can be imported by name when it is bundled.
export { defineScript, ErrorReply, RESP_TYPES } from 'redis';
export { createClient, createClientPool } from './clients.ts';

import { createClient, createClientPool } from './clients.ts';

function notHere(name: string) {
  return () => {
    throw new Error(
      `${name}() has nothing to connect to: this notebook has a single Redis. Use createClient().`,
    );
  };
}

/** The whole package, as a cell sees it. */
export const redisModule = {
  ...redis,
  createClient,
  createClientPool,
  createCluster: notHere('createCluster'),
  createSentinel: notHere('createSentinel'),
};
