import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellsOf } from '../../core/lesson/cells-of.ts';
import { DIALECTS } from '../../core/lesson/dialects.ts';
import { checkIn } from '../../core/lesson/exercise.ts';
import type { Dialect } from '../../core/lesson/lesson.ts';
import type { CheckOutcome } from '../../core/session/run.ts';
import type { RunningServer } from '../../server/server.ts';
import { Learner } from '../support/learner.ts';
import { startTestServer } from '../support/server.ts';
import { readTutorial } from './read-tutorial.ts';
import { textsFor } from './texts-for.ts';

const cells = readTutorial().flatMap(cellsOf);
const exercises = cells.flatMap(({ exercise, ...cell }) =>
  exercise ? [{ ...cell, exercise }] : [],
);

let server: RunningServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

it('the lessons have exercises', () => {
  expect(exercises.length).toBeGreaterThanOrEqual(4);
});

describe.each(DIALECTS)('in %s', (dialect) => {
  let learner: Learner;
  beforeAll(() => {
    learner = new Learner(server);
  });
  afterAll(() => learner.leave());

  it.each(exercises)('$slug: begins unsolved, and its solution solves it', async (cell) => {
    await runWhatItNeeds(learner, cell.slug, dialect);
    const check = checkIn(cell.exercise, dialect);
    const begin = await checked(learner, cell.slug, cell.code[dialect] ?? '', check);
    expect(begin.isSolved).toBe(false);
    expect(begin.text).toMatch(/^\S.*\.$/);
    expect(begin.text).not.toContain('came upon an error');
    const marks = learner.view.history.marks.length;

    const solution = cell.exercise.solution[dialect] ?? '';
    const end = await checked(learner, cell.slug, solution, check);
    expect(end).toEqual({ isSolved: true, text: '' });
    // The check is no run of the learner's: it stands nowhere but in its outcome.
    expect(learner.view.history.marks).toHaveLength(marks + 1);
    expect(learner.view.runs.filter((run) => run.cell === cell.slug)).toHaveLength(1);
  });

  it('says what went wrong in a check, and that a run that failed was not checked', async () => {
    const broken = await checked(learner, 'own', '1', 'return nothing.like.this;');
    expect(broken.text).toContain('The check came upon an error: ReferenceError');
    const { run, status } = await learner.ended(
      learner.begin('throw new Error("no")', { cell: 'own', check: 'return;' }),
    );
    expect([status, run.check]).toEqual(['error', undefined]);
  });
});

async function runWhatItNeeds(learner: Learner, slug: string, dialect: Dialect): Promise<void> {
  for (const text of textsFor(slug, cells, dialect)) {
    const { status } = await learner.run(text);
    expect([text, status]).toEqual([text, 'ok']);
  }
}

async function checked(
  learner: Learner,
  cell: string,
  source: string,
  check: string,
): Promise<CheckOutcome> {
  const { run, error } = await learner.ended(learner.begin(source, { cell, check }));
  expect(error).toBeNull();
  if (!run.check) throw new Error(`${cell} was not checked.`);
  return run.check;
}
