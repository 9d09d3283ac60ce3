import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createClient } from 'redis';
import { buildKernel } from '../scripts/lib/build/kernel.mjs';
import { readLimits } from '../server/config/limits.ts';
import type { Kernel } from '../server/kernel/kernel.ts';
import { startKernel } from '../server/kernel/start-kernel.ts';
import { RunFolder } from '../server/state/run-folder.ts';
import { startTestRedis } from '../test/support/redis.ts';

/** How much slower a cell may become because its commands are recorded. */
const GOAL = 1.1;

const SETUP = `
import { createClient } from 'redis';
import { Database } from 'walrus';
const client = await createClient({ commandOptions: { timeout: 0 } }).connect();
const db = new Database(client);
const stream = db.stream('adds');
`;

interface Task {
  name: string;
  rounds: number;
  cell: string;
}

const TASKS: Task[] = [
  {
    name: '1,000 sequential adds',
    rounds: 60,
    cell: `for (let n = 0; n < 1000; n += 1) await client.xAdd('adds', '*', { n: String(n), text: 'some text' });`,
  },
  {
    name: '1,000 sequential adds with the library',
    rounds: 40,
    cell: `for (let n = 0; n < 1000; n += 1) await stream.add({ n, text: 'some text' });`,
  },
  {
    name: '1,000 concurrent adds',
    rounds: 80,
    cell: `await Promise.all(Array.from({ length: 1000 }, (_, n) => client.xAdd('adds', '*', { n: String(n), text: 'some text' })));`,
  },
];

/** A kernel with recording or without, and what it has taken, in ms. */
interface Side {
  kernel: Kernel;
  times: number[];
}

/** Prints how much slower cells are because their commands are recorded. */
export async function run(): Promise<void> {
  const base = await mkdtemp(path.join(tmpdir(), 'streambook-bench-'));
  const folder = RunFolder.open(base);
  const limits = readLimits({});
  const redis = await startTestRedis();
  const admin = createClient({ url: redis.url });
  const kernels: Kernel[] = [];
  try {
    await buildKernel(path.join(base, 'kernel'));
    await admin.connect();
    const address = redis.socketPath
      ? { path: redis.socketPath }
      : { port: Number(new URL(redis.url).port) };
    const start = async (recordsCommands: boolean) => {
      const kernel = await startKernel({
        boot: path.join(base, 'kernel', 'boot.mjs'),
        folder,
        redis: { ...address, username: 'default', password: '' },
        heapMb: limits.kernelHeapMb,
        maxOutput: limits.outputCharacters,
        startMs: limits.startMs,
        recordsCommands,
      });
      kernels.push(kernel);
      await runCell(kernel, SETUP);
      return kernel;
    };
    const without = await start(false);
    const recording = await start(true);
    console.log(`Redis ${redis.version}; medians, less is better; the goal is ${GOAL} ×\n`);
    console.log('| cell | without recording | with recording |');
    console.log('|---|---:|---:|');
    for (const task of TASKS) {
      const time = await measure(task, without, recording, async () => {
        await admin.del('adds');
      });
      const ratio = `${time.ratio.toFixed(3)} ×${time.ratio > GOAL ? ', too slow' : ''}`;
      console.log(`| ${task.name} | ${time.without.toFixed(1)} ms | ${ratio} |`);
    }
  } finally {
    for (const kernel of kernels) await kernel.close();
    if (admin.isOpen) admin.destroy();
    await redis.stop();
    folder.close();
    await rm(base, { recursive: true, force: true });
  }
}

/** The two kernels take turns, each first in every other round, so that whatever slows the machine slows both. */
async function measure(
  { cell, rounds }: Task,
  without: Kernel,
  recording: Kernel,
  clean: () => Promise<void>,
): Promise<{ without: number; ratio: number }> {
  const plain: Side = { kernel: without, times: [] };
  const recorded: Side = { kernel: recording, times: [] };
  for (let round = -Math.ceil(rounds / 4); round < rounds; round += 1) {
    for (const side of round % 2 === 0 ? [plain, recorded] : [recorded, plain]) {
      await clean();
      const start = performance.now();
      await runCell(side.kernel, cell);
      if (round >= 0) side.times.push(performance.now() - start);
    }
  }
  const ratios = recorded.times.map((time, at) => time / (plain.times[at] ?? Number.NaN));
  return { without: median(plain.times), ratio: median(ratios) };
}

let nextRun = 1;

async function runCell(kernel: Kernel, source: string): Promise<void> {
  const { status, output } = await kernel.run(`run-${nextRun++}`, 'bench', source);
  if (status !== 'ok') throw new Error(`A cell failed: ${JSON.stringify(output)}`);
}

function median(times: number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
