import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createClient } from 'redis';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { CommandRow, SentCommand } from '../../core/session/command.ts';
import type { Kernel, RunResult } from '../../server/kernel/kernel.ts';
import { startKernel } from '../../server/kernel/start-kernel.ts';
import type { KernelSignal } from '../../server/kernel/wire.ts';
import { RunFolder } from '../../server/state/run-folder.ts';
import { KERNEL_FOLDER } from '../support/kernel-folder.ts';
import { startTestRedis, type TestRedis } from '../support/redis.ts';

let redis: TestRedis;
export let admin: ReturnType<typeof createClient>;
let base: string;
let folder: RunFolder;
export let kernel: Kernel;
export let signals: KernelSignal[] = [];
let heard: () => void = () => undefined;
let nextRun = 1;

/** A kernel and a Redis for all tests of the file that calls this; Redis is emptied before each. */
export function useRecordedKernel(): void {
  beforeAll(async () => {
    redis = await startTestRedis();
    admin = createClient({ url: redis.url });
    await admin.connect();
    base = await mkdtemp(path.join(tmpdir(), 'streambook-commands-'));
    await chmod(base, 0o711);
    folder = RunFolder.open(base);
    kernel = await startKernel({
      boot: path.join(KERNEL_FOLDER, 'boot.mjs'),
      folder,
      redis: {
        ...(redis.socketPath
          ? { path: redis.socketPath }
          : { port: Number(new URL(redis.url).port) }),
        username: 'default',
        password: '',
      },
      heapMb: 256,
      maxOutput: 100_000,
      startMs: 30_000,
    });
    kernel.onSignal = (signal) => {
      signals.push(signal);
      heard();
    };
    await run(
      "import { createClient, createClientPool, RESP_TYPES } from 'redis';\nimport { Database } from 'walrus';\nconst client = await createClient().connect();",
    );
  });
  afterAll(async () => {
    await kernel.close();
    folder.close();
    admin.destroy();
    await redis.stop();
    await rm(base, { recursive: true, force: true });
  });
  beforeEach(async () => {
    signals = [];
    await admin.flushAll();
  });
}

/** A run that has ended, and what it was told to have sent. */
export interface Ended {
  id: string;
  result: RunResult;
  rows: CommandRow[];
  omitted: number;
}

/** Runs a cell; what it has sent is taken as it stands at the moment when its result is there. */
export async function run(source: string, id = `run-${nextRun++}`): Promise<Ended> {
  const result = await kernel.run(id, 'cell', source);
  return { id, result, ...told(id) };
}

/** The rows of a run, as far as they have been told. */
export function told(id: string): { rows: CommandRow[]; omitted: number } {
  const rows: CommandRow[] = [];
  let omitted = 0;
  for (const signal of signals) {
    if (signal.kind !== 'commands' || signal.run !== id) continue;
    for (const { index, row } of signal.rows) rows[index] = row;
    omitted = signal.omitted;
  }
  return { rows, omitted };
}

/** What `look` finds in the signals, as soon as it finds something. */
export function until<T>(look: () => T | undefined): Promise<T> {
  return new Promise((resolve) => {
    heard = () => {
      const found = look();
      if (found === undefined) return;
      heard = () => undefined;
      resolve(found);
    };
    heard();
  });
}

/** What Kernel.stop() needs of a Redis. */
export const stopRedis = {
  unblock: async (ids: readonly number[]) => {
    for (const id of ids) await admin.clientUnblock(id, 'ERROR');
  },
  cutConnections: () => Promise.resolve(),
};

/** The commands that rows keep. */
export const all = (rows: CommandRow[]): SentCommand[] => rows.flatMap(({ commands }) => commands);
/** Each as one line. */
export const lines = (rows: CommandRow[]): string[] => all(rows).map(({ args }) => args.join(' '));
/** The reply of each. */
export const replies = (rows: CommandRow[]): (string | null)[] =>
  all(rows).map(({ reply }) => reply);
