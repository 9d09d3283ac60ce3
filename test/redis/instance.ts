import { createClient } from 'redis';
import { LIMITS } from '../../server/config/limits.ts';
import { findRedisBinary } from '../../server/redis/find-binary.ts';
import { RedisInstance } from '../../server/redis/redis-instance.ts';
import { RunFolder } from '../../server/state/run-folder.ts';

/** A learner's Redis as the server starts it, with its real settings and users. */
export interface LearnerRedis {
  redis: RedisInstance;
  /** A connection of the learner's user. */
  learner: ReturnType<typeof connect>;
  close(): Promise<void>;
}

export async function startLearnerRedis(): Promise<LearnerRedis> {
  const folder = RunFolder.open();
  const binary = await findRedisBinary();
  const redis = await RedisInstance.start({
    binary,
    folder,
    memoryMb: LIMITS.redisMemoryMb.value,
    startMs: LIMITS.startMs.value,
    restore: { points: LIMITS.restorePoints.value, bytes: LIMITS.restoreMb.value * 1024 * 1024 },
  });
  const learner = connect(redis);
  learner.on('error', () => undefined);
  await learner.connect();
  return {
    redis,
    learner,
    close: async () => {
      learner.destroy();
      await redis.close();
      folder.close();
    },
  };
}

function connect({ address, login }: RedisInstance) {
  const socket =
    'path' in address ? { path: address.path } : { host: '127.0.0.1', port: address.port };
  return createClient({ RESP: 2, commandOptions: { timeout: 0 }, ...login, socket });
}
