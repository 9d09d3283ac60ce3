import { cellsOf } from '../core/lesson/cells-of.ts';
import type { Cell } from '../core/lesson/lesson.ts';
import { ensureBuilt } from '../scripts/lib/ensure-built.mjs';
import { Steps } from '../scripts/lib/steps.mjs';
import { readTutorial } from '../test/tutorial/read-tutorial.ts';
import { measureJupyter } from './room/jupyter.ts';
import { BenchLearner, tokenOf, type AskedRun } from './room/learner.ts';
import { percentile } from './room/percentile.ts';
import { cpuOf, memoryOf, usesBelow } from './room/processes.ts';
import { startRoomServer } from './room/room-server.ts';

const LEARNERS = Number(process.env['BENCH_LEARNERS'] ?? 50);
/** Learners whose memory is measured, without running cells all at the same time. */
const CROWD = Math.max(LEARNERS, Number(process.env['BENCH_CROWD'] ?? 100));
/** A learner runs a cell, reads, thinks, and runs the next one, so many ms later. */
const THINK_MS = [2000, 5000] as const;
const JUPYTER_KERNELS = 10;
const JUPYTER_CELLS = 10;

const GOAL_P95_MS = 50;
const GOAL_MEMORY = 10 * 1024 ** 3;
const MB = 1024 ** 2;

const KERNELS = ['deno'];
const REDIS = ['redis-server', 'valkey-server', 'redis-check-rdb'];

/** Prints what a class costs on this machine: first at a human pace, then with all at once. */
export async function run(): Promise<void> {
  await ensureBuilt(new Steps());
  const cells = readTutorial().flatMap(cellsOf);
  const server = await startRoomServer({ STREAMBOOK_SESSIONS: String(CROWD) });
  const learners: BenchLearner[] = [];
  try {
    const began = performance.now();
    for (let index = 0; index < LEARNERS; index += 1)
      learners.push(await BenchLearner.open(server.url, index));
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`${LEARNERS} learners came one after the other, in ${seconds} s.`);

    const before = usesBelow(server.pid);
    await Promise.all(learners.map((learner) => walk(learner, cells)));
    const after = usesBelow(server.pid);
    const p95 = report('At a human pace, one cell every 2 to 5 s', runsOf(learners));
    const late = p95 > GOAL_P95_MS ? ', too late' : '';
    console.log(
      `p95 of a cell with one command: ${p95.toFixed(1)} ms${late}; the goal is ${GOAL_P95_MS} ms.`,
    );
    const count = runsOf(learners).length;
    console.log(
      `CPU: ${((cpuOf(after) - cpuOf(before)) / count).toFixed(1)} ms a cell, all of it.`,
    );
    reportMemory(server.pid, LEARNERS);

    const first = new Set(runsOf(learners));
    const allBegan = performance.now();
    await Promise.all(learners.map((learner) => runAll(learner, cells)));
    const allTook = (performance.now() - allBegan) / 1000;
    const burst = runsOf(learners).filter((run) => !first.has(run));
    report('All at once: everybody presses Run all in the same moment', burst);
    console.log(
      `All was done after ${allTook.toFixed(1)} s: ${(burst.length / allTook).toFixed(0)} cells a second.`,
    );

    for (let index = LEARNERS; index < CROWD; index += 1) {
      const learner = await BenchLearner.open(server.url, index);
      learners.push(learner);
      await runAll(learner, cells);
    }
    const total = reportMemory(server.pid, CROWD);
    const verdict = total > GOAL_MEMORY ? ', too much' : '';
    console.log(
      `${CROWD} sessions that have run everything: ${(total / 1024 ** 3).toFixed(2)} GiB${verdict}; the goal is ${GOAL_MEMORY / 1024 ** 3} GiB.`,
    );
    reportFaults(learners);
  } finally {
    for (const learner of learners) await learner.close();
    await server.close();
  }
  await compareWithJupyter();
}

/** Runs the notebook from top to bottom as a person does. */
async function walk(learner: BenchLearner, cells: readonly Cell[]): Promise<void> {
  for (const cell of cells) {
    await pause(THINK_MS[0] + Math.random() * (THINK_MS[1] - THINK_MS[0]));
    const id = learner.ask(cell.slug, cell.code.walrus, 'soon');
    // What waits for another cell is left waiting.
    if (!cell.blocking) await learner.ended(id);
  }
  await allEnded(learner);
}

async function runAll(learner: BenchLearner, cells: readonly Cell[]): Promise<void> {
  for (const cell of cells) learner.ask(cell.slug, cell.code.walrus, 'in-turn');
  await allEnded(learner);
}

async function allEnded(learner: BenchLearner): Promise<void> {
  await Promise.all([...learner.runs.keys()].map((id) => learner.ended(id)));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function runsOf(learners: readonly BenchLearner[]): AskedRun[] {
  return learners.flatMap(({ runs }) => [...runs.values()]);
}

function took({ askedAt, endedAt }: AskedRun): number {
  return (endedAt ?? Number.NaN) - askedAt;
}

/** @returns p95 of cells with one command, in ms */
function report(title: string, runs: readonly AskedRun[]): number {
  const working = runs.filter(({ wasBlocked }) => !wasBlocked);
  const single = working.filter(({ commands }) => commands === 1).map(took);
  const all = working.map(took);
  const failed = runs.filter(({ status }) => status !== 'ok');
  console.log(`\n${title}: ${runs.length} cells, ${failed.length} of them failed`);
  for (const { cell, status } of failed.slice(0, 5)) console.log(`  ${cell}: ${status}`);
  console.log('| cells | p50 | p95 | longest |');
  console.log('|---|---:|---:|---:|');
  for (const [name, times] of [
    [`with one command (${single.length})`, single],
    [`all that do not wait (${all.length})`, all],
  ] as const) {
    const figures = [0.5, 0.95, 1].map((part) => `${percentile(times, part).toFixed(1)} ms`);
    console.log(`| ${name} | ${figures.join(' | ')} |`);
  }
  return percentile(single, 0.95);
}

/** @returns all memory of the server and its processes, in bytes */
function reportMemory(pid: number, sessions: number): number {
  const uses = usesBelow(pid);
  const total = uses.reduce((sum, { memory }) => sum + memory, 0);
  const kernels = memoryOf(uses, KERNELS);
  const redis = memoryOf(uses, REDIS);
  const server = uses[0]?.memory ?? 0;
  const each = (bytes: number) => `${(bytes / sessions / MB).toFixed(1)} MB`;
  console.log(
    `Memory of ${sessions} sessions, each: kernel ${each(kernels)}, Redis ${each(redis)}, around them ${each(total - kernels - redis - server)}; the server itself ${(server / MB).toFixed(0)} MB.`,
  );
  return total;
}

/** @throws Error when output is missing, twice, or somebody else's */
function reportFaults(learners: readonly BenchLearner[]): void {
  const faults = learners.flatMap(({ name, runs, faults: own }) => [
    ...own.map((fault) => `${name}: ${fault}`),
    ...[...runs]
      .filter(([id, { printed }]) => tokens(printed).join() !== tokenOf(name, id))
      .map(([id, { printed }]) => `${name}: ${id} printed ${JSON.stringify(tokens(printed))}`),
  ]);
  if (faults.length > 0)
    throw new Error(`${faults.length} faults: ${faults.slice(0, 5).join('; ')}`);
  const count = runsOf(learners).length;
  console.log(`Output of ${count} cells: none is missing, none came twice, none went astray.`);
}

function tokens(printed: string): string[] {
  return printed.match(/token:[^;]*;/g) ?? [];
}

async function compareWithJupyter(): Promise<void> {
  const figures = await measureJupyter(JUPYTER_KERNELS, JUPYTER_CELLS);
  if (typeof figures === 'string') {
    console.log(`\n${figures}`);
    return;
  }
  const { times, starts, memory } = figures;
  console.log(
    `\n${JUPYTER_KERNELS} Jupyter kernels (Python) at the same pace, ${times.length} cells`,
  );
  console.log(
    `One command: p50 ${percentile(times, 0.5).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms; a kernel: ${(percentile(memory, 0.5) / MB).toFixed(1)} MB; its start: ${percentile(starts, 0.5).toFixed(0)} ms.`,
  );
}
