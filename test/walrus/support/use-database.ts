import { afterAll, beforeAll, beforeEach } from 'vitest';
import { Database } from '../../../walrus/index.ts';
import { startTestRedis, type TestRedis } from '../../support/redis.ts';
import { type RecordingProxy, startRecordingProxy } from './recording-proxy.ts';

/** What a test file works with; usable from its first test on. */
export interface Bench {
  /** Goes through the proxy. */
  readonly db: Database;
  /** Goes past the proxy, so that preparing and looking leave no traces. */
  readonly direct: Database;
  readonly proxy: RecordingProxy;
  readonly redis: TestRedis;
}

async function start(args: string[] | undefined): Promise<Bench> {
  const redis = await startTestRedis(args ? { args } : {});
  const proxy = await startRecordingProxy(redis.url);
  const db = await Database.connect(proxy.url);
  const direct = await Database.connect(redis.url);
  return { db, direct, proxy, redis };
}

/** One redis-server for the file that calls this, empty at the start of each of its tests. */
export function useDatabase(options: { args?: string[] } = {}): Bench {
  let started: Bench | undefined;
  const bench = (): Bench => {
    if (!started) throw new Error('The server is there from the first test on, not before.');
    return started;
  };
  beforeAll(async () => {
    started = await start(options.args);
  });
  beforeEach(async () => {
    await bench().direct.client.flushAll();
    bench().proxy.take();
  });
  afterAll(async () => {
    if (!started) return;
    await started.db.close();
    await started.direct.close();
    await started.proxy.close();
    await started.redis.stop();
  });
  return {
    get db() {
      return bench().db;
    },
    get direct() {
      return bench().direct;
    },
    get proxy() {
      return bench().proxy;
    },
    get redis() {
      return bench().redis;
    },
  };
}
