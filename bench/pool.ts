import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildKernel } from '../scripts/lib/build/kernel.mjs';
import type { Limits } from '../server/config/limits.ts';
import { silentLog } from '../server/log/log.ts';
import { startServer, type RunningServer } from '../server/server.ts';
import { Page, valueOf } from '../test/session/page.ts';

/** How long a new page may wait for the answer of its first cell, in ms. */
const GOAL_MS = 100;
const ROUNDS = 15;
const CROWD = 30;

/** Prints what a new page waits for its first answer with warm rooms and without, and how a crowd fares. */
export async function run(): Promise<void> {
  const base = await mkdtemp(path.join(tmpdir(), 'streambook-bench-'));
  try {
    await buildKernel(path.join(base, 'kernel'));
    await compareWarmAndCold(path.join(base, 'kernel'));
    await letCrowdIn(path.join(base, 'kernel'));
  } finally {
    await rm(base, { recursive: true, force: true });
  }
}

function start(kernelDir: string, limits: Partial<Limits>): Promise<RunningServer> {
  return startServer({
    port: 0,
    host: '127.0.0.1',
    clientDir: null,
    middleware: (_request, _response, next) => next(),
    kernelDir,
    log: silentLog,
    limits: { detachedMs: 0, ...limits },
  });
}

/** The servers take turns, so that whatever slows the machine slows both. */
async function compareWarmAndCold(kernelDir: string): Promise<void> {
  const warm = await start(kernelDir, {});
  const cold = await start(kernelDir, { spares: 0 });
  const times = { warm: [] as number[], cold: [] as number[] };
  try {
    for (let round = -2; round < ROUNDS; round++) {
      await warm.pool.settled();
      const first = await firstAnswer(warm);
      const second = await firstAnswer(cold);
      if (round < 0) continue;
      times.warm.push(first);
      times.cold.push(second);
    }
  } finally {
    await Promise.all([warm.close(), cold.close()]);
  }
  const [warmMs, coldMs] = [quantile(times.warm, 0.5), quantile(times.cold, 0.5)];
  console.log(
    `From opening the WebSocket to the answer of \`1 + 1\`, median of ${ROUNDS}; the goal is ${GOAL_MS} ms with warm rooms\n`,
  );
  console.log('| warm | without warm rooms | warm, at worst |');
  console.log('|---:|---:|---:|');
  console.log(
    `| ${warmMs.toFixed(0)} ms${warmMs > GOAL_MS ? ', too slow' : ''} | ${(coldMs / warmMs).toFixed(1)} × | ${quantile(times.warm, 1).toFixed(0)} ms |\n`,
  );
}

/** How long a new page waits for the answer of its first cell, in ms; its session is over then. */
async function firstAnswer(server: RunningServer): Promise<number> {
  const began = performance.now();
  const page = await Page.open(server.url);
  await answer(page);
  const time = performance.now() - began;
  await page.drop();
  return time;
}

/** Many pages come at once, while one learner runs one cell after the other. */
async function letCrowdIn(kernelDir: string): Promise<void> {
  const server = await start(kernelDir, {});
  try {
    const learner = await Page.open(server.url, null, 'learner');
    await answer(learner);
    await server.pool.settled();
    const calm = await cellTimes(learner, until(after(3000)));

    const began = performance.now();
    const crowd = Promise.all(
      Array.from({ length: CROWD }, async (_, index) => {
        const page = await Page.open(server.url, null, `crowd-${index}`);
        await answer(page);
        return performance.now() - began;
      }),
    );
    const busy = await cellTimes(learner, until(crowd));
    const waits = (await crowd).toSorted((a, b) => a - b);
    const inTurn = await crowd;
    console.log(`${CROWD} pages at once: when each has the answer of its first \`1 + 1\`\n`);
    console.log('| first | median | last | out of turn, at worst |');
    console.log('|---:|---:|---:|---:|');
    const seconds = (share: number) => `${(quantile(waits, share) / 1000).toFixed(2)} s`;
    const late = Math.max(...inTurn.map((wait, index) => Math.abs(waits.indexOf(wait) - index)));
    console.log(`| ${seconds(0)} | ${seconds(0.5)} | ${seconds(1)} | ${late} places |\n`);
    console.log('A cell of another session meanwhile, against the same before\n');
    console.log('| | before | meanwhile |');
    console.log('|---|---:|---:|');
    for (const [name, share] of [
      ['median', 0.5],
      ['95 %', 0.95],
      ['worst', 1],
    ] as const) {
      const before = quantile(calm, share);
      console.log(
        `| ${name} | ${before.toFixed(1)} ms | ${(quantile(busy, share) / before).toFixed(1)} × |`,
      );
    }
  } finally {
    await server.close();
  }
}

/** Runs one cell after the other, as somebody does who is quick, and tells how long each took, in ms. */
async function cellTimes(page: Page, isOver: () => boolean): Promise<number[]> {
  const times: number[] = [];
  while (!isOver()) {
    const began = performance.now();
    await answer(page);
    times.push(performance.now() - began);
    await after(50);
  }
  return times;
}

async function answer(page: Page): Promise<void> {
  const run = await page.run('1 + 1');
  if (valueOf(run) !== '2') throw new Error(`A cell went wrong: ${JSON.stringify(run)}`);
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function until(end: Promise<unknown>): () => boolean {
  let isOver = false;
  const over = () => void (isOver = true);
  end.then(over, over);
  return () => isOver;
}

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.round((sorted.length - 1) * share)] ?? Number.NaN;
}
