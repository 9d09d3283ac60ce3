import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellsOf } from '../../core/lesson/cells-of.ts';
import { DIALECTS } from '../../core/lesson/dialects.ts';
import { compareRecordings } from '../../core/record/compare-recordings.ts';
import { recordCells } from '../../core/record/record-cells.ts';
import { Recording } from '../../core/record/recording.ts';
import type { RunningServer } from '../../server/server.ts';
import { startTestServer } from '../support/server.ts';
import { readTutorial } from './read-tutorial.ts';
import { readRecordings } from './recorder/lesson-files.ts';
import { NotebookRun } from './recorder/notebook-run.ts';
import { recordingsOfRuns } from './recorder/recordings-of-runs.ts';

const FOLDER = fileURLToPath(new URL('../../tutorial/', import.meta.url));
const lessons = readTutorial();
const cells = lessons.flatMap(cellsOf);

let server: RunningServer;
let runs: NotebookRun[];

beforeAll(async () => {
  server = await startTestServer();
  runs = DIALECTS.map((dialect) => new NotebookRun(server, dialect));
});
afterAll(async () => {
  for (const run of runs) run.leave();
  await server.close();
});

it('every cell is there in both dialects', () => {
  expect(cells.filter(({ code }) => code['node-redis'] === null)).toEqual([]);
});

describe.each(['the first time', 'a second time'])('run from top to bottom %s', () => {
  it.each(cells.map((cell) => [cell.slug, cell] as const))('%s', async (_slug, cell) => {
    await Promise.all(runs.map((run) => run.next(cell)));
  });
});

it('each cell leaves the same in Redis in both dialects', () => {
  const [one, other] = runs.map((run) => recordCells(run.finish()));
  expect(one?.lenses).toHaveLength(2 * cells.length);
  one?.cells.forEach(({ cell }, place) =>
    expect(other?.lenses[place], cell).toEqual(one.lenses[place]),
  );
});

describe('each cell does what was recorded of it, or npm run record is to record it anew:', () => {
  it('no other lessons were recorded', async () => {
    const withCells = lessons.filter((lesson) => cellsOf(lesson).length > 0);
    expect([...(await readRecordings(FOLDER)).keys()]).toEqual(withCells.map(({ slug }) => slug));
  });

  it.each(lessons.map(({ slug }) => slug))('%s', async (slug) => {
    const recorded = (await readRecordings(FOLDER)).get(slug);
    const now = recordingsOfRuns(lessons, runs).get(slug);
    if (!now || !recorded) return expect(recorded).toEqual(now);
    const differences = compareRecordings(recorded, v.parse(Recording, now));
    expect(differences.join('\n')).toBe('');
  });
});
