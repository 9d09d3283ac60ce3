import { createClient } from 'redis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellsOf } from '../../core/lesson/cells-of.ts';
import { DIALECTS } from '../../core/lesson/dialects.ts';
import type { Dialect } from '../../core/lesson/lesson.ts';
import { cellTexts } from '../../core/script/cell-texts.ts';
import { makeScript, type Script } from '../../core/script/make-script.ts';
import { startTestRedis, type TestRedis } from '../support/redis.ts';
import { readTutorial, TUTORIAL } from './read-tutorial.ts';
import { readRecordings } from './recorder/lesson-files.ts';
import { expectedOutput, plainOutput } from './scripts/expected-output.ts';
import { runScript, type Ended, type Runtime } from './scripts/run-script.ts';
import { SharedNode } from './scripts/shared-node.ts';
import { makeScriptFolder, type ScriptFolder } from './scripts/script-folder.ts';

const lessons = readTutorial();
const cells = lessons.flatMap(cellsOf);
const wakerOf = new Map(cells.flatMap(({ slug, wakes }) => (wakes ? [[wakes, slug]] : [])));

/** A script, and what runs it. */
interface Job {
  name: string;
  dialect: Dialect;
  asked: string[];
  script: Script;
  /** `shared`: one Node.js for many of them. */
  runtime: Runtime | 'shared';
}

const jobs = DIALECTS.flatMap((dialect): Job[] => {
  const texts = cellTexts(cells, dialect);
  const job = (name: string, asked: string[], runtime: Job['runtime']) => ({
    name: `${name}, ${dialect}, ${runtime}`,
    dialect,
    asked,
    script: makeScript(texts, name, asked),
    runtime,
  });
  return [
    ...cells.map(({ slug }) => job(slug, [slug], 'shared')),
    ...lessons.flatMap((lesson) => {
      const own = cellsOf(lesson).map(({ slug }) => slug);
      const runtimes: Runtime[] = own.length > 0 ? ['node', 'tsx', 'deno'] : [];
      return runtimes.map((way) => job(lesson.slug, own, way));
    }),
  ];
});

let folder: ScriptFolder;
let redis: TestRedis;
let shared: SharedNode[] = [];
let ends: Map<Job, Promise<Ended & { left: string[] }>>;

beforeAll(async () => {
  [folder, redis] = await Promise.all([makeScriptFolder(), startTestRedis()]);
  ends = startAll();
}, 120_000);
afterAll(async () => {
  await Promise.allSettled(ends?.values() ?? []);
  for (const node of shared) node.end();
  await redis?.stop();
  await folder?.remove();
});

it('does nothing where one of its keys is in use', async () => {
  const url = `${redis.url}/3`;
  const client = await createClient({ url }).connect();
  await client.set('s2', 'of somebody');
  const script = makeScript(cellTexts(cells, 'node-redis'), 'mine', ['make-series']);
  const { code, stdout, stderr } = await runScript('node', folder, script, url);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^Redis has one of these keys already: s1, s2\. Remove it, if nobody/);
  expect([await client.keys('*'), await client.get('s2')]).toEqual([['s2'], 'of somebody']);
  await client.close();
});

/** Runs all scripts, two at a time, each pair of hands in a database of its own: some wait for seconds. */
function startAll(): typeof ends {
  shared = [0, 1].map(() => new SharedNode(folder));
  const hands = shared.map((node, database) => ({
    node,
    url: `${redis.url}/${database}`,
    last: Promise.resolve(),
  }));
  return new Map(
    jobs.map((job, index) => {
      const hand = hands[index % hands.length];
      if (!hand) throw new Error('There are two.');
      const end = hand.last.then(async () => {
        // A script of the same name in another dialect has another text.
        const script = { ...job.script, file: `${job.dialect}-${job.script.file}` };
        const ended =
          job.runtime === 'shared'
            ? await hand.node.run(script, hand.url)
            : await runScript(job.runtime, folder, script, hand.url);
        return { ...ended, left: await keysLeft(hand.url) };
      });
      hand.last = end.then(() => undefined);
      return [job, end];
    }),
  );
}

/** The keys of a database, which is empty afterwards. */
async function keysLeft(url: string): Promise<string[]> {
  const client = await createClient({ url }).connect();
  const keys = await client.keys('*');
  await client.flushDb();
  await client.close();
  return keys;
}

describe('every cell and every section as a script does what was recorded, and leaves nothing', () => {
  it.each(jobs.map((job) => [job.name, job] as const))('%s', { timeout: 120_000 }, async (_, job) => {
    const recordings = await readRecordings(TUTORIAL);
    const recorded = [...recordings.values()].flatMap(({ dialects }) => dialects[job.dialect]);
    const bySlug = new Map(recorded.map((cell) => [cell.cell, cell]));
    const { code, stdout, stderr, left } = (await ends.get(job)) ?? expect.fail('It was not run.');
    expect({ code, stderr }, job.script.text).toEqual({ code: 0, stderr: '' });
    const expected = expectedOutput(job.script.cells, job.asked, bySlug, wakerOf);
    expect(plainOutput(stdout), job.script.text).toBe(plainOutput(expected));
    expect(left).toEqual([]);
  });
});
