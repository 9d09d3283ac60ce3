import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { startTestRedis } from '../test/support/redis.ts';
import type { Contender } from './walrus-contenders/contender.ts';
import { connectIoredis } from './walrus-contenders/ioredis.ts';
import { connectNodeRedis } from './walrus-contenders/node-redis.ts';
import { connectWalrus } from './walrus-contenders/walrus.ts';

const ENTRIES = 100_000;
const GROUP_ENTRIES = 10_000;

interface Task {
  name: string;
  rounds: number;
  before?: (contender: Contender) => Promise<unknown>;
  work: (contender: Contender) => Promise<unknown>;
}

const TASKS: Task[] = [
  { name: '1 add', rounds: 2000, work: (c) => c.add('adds') },
  {
    name: '1,000 sequential adds',
    rounds: 25,
    work: async (c) => {
      for (let n = 0; n < 1000; n += 1) await c.add('adds');
    },
  },
  {
    name: '1,000 concurrent adds',
    rounds: 60,
    work: (c) => Promise.all(Array.from({ length: 1000 }, () => c.add('adds'))),
  },
  {
    name: 'walking through 100,000 entries',
    rounds: 15,
    work: async (c) => expectCount(ENTRIES, await c.iterate('long')),
  },
  {
    name: 'reading and acknowledging 10,000 entries through a group',
    rounds: 15,
    before: (c) => c.restartGroup('work', 'g'),
    work: async (c) => expectCount(GROUP_ENTRIES, await c.readAndAck('work', 'g')),
  },
];

function expectCount(wanted: number, found: number): void {
  if (found !== wanted) throw new Error(`${found} entries where ${wanted} were expected.`);
}

function median(times: number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** What one contender did, beside the first one of them. */
interface Result {
  /** The median time, in ms. */
  time: number;
  /** The median over all rounds of its time by that of the first contender in the same round. */
  ratio: number;
}

/** The contenders take turns within each round, so that whatever slows the machine slows them all. */
async function measure(task: Task, contenders: Contender[]): Promise<Result[]> {
  const times = contenders.map((): number[] => []);
  for (let round = -Math.ceil(task.rounds / 5); round < task.rounds; round += 1) {
    const order = contenders.map((contender, at) => ({ contender, at }));
    if (round % 2 === 0) order.reverse();
    for (const { contender, at } of order) {
      await task.before?.(contender);
      const start = performance.now();
      await task.work(contender);
      if (round >= 0) times[at]?.push(performance.now() - start);
    }
  }
  const unit = times[0] ?? [];
  return times.map((list) => ({
    time: median(list),
    ratio: median(list.map((time, round) => time / (unit[round] ?? Number.NaN))),
  }));
}

/** How much the heap grows at most during `work`, in MB; what the young generation holds is noise. */
async function heapGrowth(work: () => Promise<unknown>): Promise<number> {
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().heapUsed);
  }, 1);
  await work();
  clearInterval(timer);
  return (Math.max(most, process.memoryUsage().heapUsed) - before) / 2 ** 20;
}

/** Prints how long the library takes beside bare node-redis and ioredis, as ratios to node-redis. */
export async function run(): Promise<void> {
  const redis = await startTestRedis();
  const connected: Contender[] = [];
  try {
    const bare = await connectNodeRedis(redis.url);
    connected.push(bare, await connectWalrus(redis.url), await connectIoredis(redis.url));
    await fill(bare, 'long', ENTRIES);
    await fill(bare, 'work', GROUP_ENTRIES);
    console.log(`Redis ${redis.version}, Node ${process.versions.node}; medians, less is better\n`);
    console.log(`| task | ${connected.map(({ name }) => name).join(' | ')} |`);
    console.log(`|---|${connected.map(() => '---:|').join('')}`);
    for (const task of TASKS) {
      const results = await measure(task, connected);
      const cells = results.map(({ time, ratio }, at) =>
        at === 0 ? `${time.toPrecision(3)} ms` : `${ratio.toFixed(2)} ×`,
      );
      console.log(`| ${task.name} | ${cells.join(' | ')} |`);
    }
    const heaps: string[] = [];
    for (const each of connected) {
      heaps.push(`${(await heapGrowth(() => each.iterate('long'))).toFixed(0)} MB`);
    }
    console.log(`| most heap while walking through them | ${heaps.join(' | ')} |`);
    const whole = await heapGrowth(() => bare.range('long'));
    console.log(`\nAll 100,000 in one range take ${whole.toFixed(0)} MB.`);
  } finally {
    for (const contender of connected) await contender.close();
    await redis.stop();
  }
}

async function fill(contender: Contender, key: string, entries: number): Promise<void> {
  for (let done = 0; done < entries; done += 1000) {
    await Promise.all(Array.from({ length: 1000 }, () => contender.add(key)));
  }
}
