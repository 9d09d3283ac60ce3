import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellsOf } from '../../core/lesson/cells-of.ts';
import type { Cell, Dialect } from '../../core/lesson/lesson.ts';
import type { RunningServer } from '../../server/server.ts';
import { Learner } from '../support/learner.ts';
import { startTestServer } from '../support/server.ts';
import { readTutorial } from './read-tutorial.ts';
import { sameButForIds } from './same-but-for-ids.ts';

const cells = readTutorial().flatMap(cellsOf);
const DIALECTS = ['walrus', 'node-redis'] as const satisfies Dialect[];

let server: RunningServer;
let learners: Learner[];

beforeAll(async () => {
  server = await startTestServer();
  learners = DIALECTS.map(() => new Learner(server));
});
afterAll(async () => {
  for (const learner of learners) learner.leave();
  await server.close();
});

it('every cell is there in both dialects', () => {
  expect(cells.filter(({ code }) => code['node-redis'] === null)).toEqual([]);
});

describe.each(['the first time', 'a second time'])('run from top to bottom %s', () => {
  /** Runs of a cell that is blocked in both; the next cell has to wake it. */
  let blocked: string[] = [];

  it.each(cells.map((cell) => [cell.slug, cell] as const))('%s', async (_slug, cell) => {
    const runs = learners.map((learner, index) => begin(learner, cell, DIALECTS[index]));
    if (cell.blocking) {
      await both((learner, index) => learner.status(runs[index] ?? '', 'blocked'));
      blocked = runs;
      return;
    }
    await bothEnd(runs);
    if (blocked.length > 0) await bothEnd(blocked);
    blocked = [];
    const [one, other] = learners.map(({ view }) => view.lens && sameButForIds(view.lens));
    expect(other).toEqual(one);
  });
});

function begin(learner: Learner, { slug, code }: Cell, dialect: Dialect | undefined): string {
  return learner.begin((dialect && code[dialect]) ?? '', { cell: slug });
}

async function bothEnd(runs: string[]): Promise<void> {
  const shown = await both((learner, index) => learner.ended(runs[index] ?? ''));
  for (const { status, error, notices } of shown)
    expect([status, error, notices]).toEqual(['ok', null, []]);
}

function both<T>(what: (learner: Learner, index: number) => Promise<T>): Promise<T[]> {
  return Promise.all(learners.map(what));
}
