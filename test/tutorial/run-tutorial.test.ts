import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hintsOfRun } from '../../core/help/hints-of-run.ts';
import { cellsOf } from '../../core/lesson/cells-of.ts';
import type { Cell } from '../../core/lesson/lesson.ts';
import type { RunningServer } from '../../server/server.ts';
import { Learner } from '../support/learner.ts';
import { startTestServer } from '../support/server.ts';
import { EXPECTATIONS } from './expectations/index.ts';
import { readTutorial } from './read-tutorial.ts';
import { Watched } from './watched.ts';

const cells = readTutorial().flatMap(cellsOf);
let server: RunningServer;
let learner: Learner;

beforeAll(async () => {
  server = await startTestServer();
  learner = new Learner(server);
  const state = await learner.until(({ kernel }) =>
    kernel.state === 'starting' ? undefined : kernel.state,
  );
  expect(state).toBe('ready');
});

afterAll(async () => {
  learner.leave();
  await server.close();
});

it('expects something of every cell', () => {
  expect(Object.keys(EXPECTATIONS)).toEqual(cells.map(({ slug }) => slug));
});

describe.each(['the first time', 'a second time'])('run from top to bottom %s', () => {
  /** A cell that is blocked; the next cell has to wake it. */
  let blocked: Watched | null = null;

  it.each(cells.map((cell) => [cell.slug, cell] as const))('%s', async (_slug, cell) => {
    const run = new Watched(learner, cell, 'soon');
    if (cell.blocking) {
      await learner.status(run.id, 'blocked');
      blocked = run;
      return;
    }
    await expectWhatItShould(run);
    if (blocked) await expectWhatItShould(blocked);
    blocked = null;
  });
});

it('completes when everything is run at once', async () => {
  const runs = cells.map((cell) => new Watched(learner, cell, 'in-turn'));
  const results = await Promise.all(runs.map((run) => learner.ended(run.id)));
  expect(results.map(({ run, status }) => [run.cell, status])).toEqual(
    cells.map(({ slug }) => [slug, 'ok']),
  );
  const counts = results.map(({ run }) => run.count ?? 0);
  expect(counts).toEqual(counts.toSorted((a, b) => a - b));
});

async function expectWhatItShould(watched: Watched): Promise<void> {
  const { cell }: { cell: Cell } = watched;
  const { seen, shown } = await watched.ended();
  expect([shown.error, shown.notices, shown.status], cell.slug).toEqual([null, [], 'ok']);
  expect(hintsOfRun(shown.run), cell.slug).toEqual([]);
  const expectation = EXPECTATIONS[cell.slug];
  if (!expectation) throw new Error(`Nothing is expected of ${cell.slug}.`);
  expectation(seen);
}
