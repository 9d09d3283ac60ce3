import { readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cellsOf } from '../../core/lesson/cells-of.ts';
import { DIALECTS } from '../../core/lesson/dialects.ts';
import { checkIn } from '../../core/lesson/exercise.ts';
import { readCourse } from '../../src/build/lesson-files.ts';
import { Learner } from '../support/learner.ts';
import { startTestServer } from '../support/server.ts';
import { record } from '../tutorial/recorder/record.ts';
import { readRecordings } from '../tutorial/recorder/lesson-files.ts';
import { filesOfGuide, writeCourse } from './written-course.ts';

let folder: string;
beforeEach(async () => {
  folder = await writeCourse();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('the guide for authors shows a course that can be read', async () => {
  expect([...(await filesOfGuide()).keys()]).toEqual([
    '01-greetings.md',
    '02-waiting.md',
    '03-exercise.md',
    'course.md',
  ]);
  const course = readCourse(folder);
  expect(course).toMatchObject({
    title: 'Greetings in Redis',
    introduction: expect.stringContaining('<strong>streams</strong>'),
    dialects: ['walrus', 'node-redis'],
  });
});

it('its cells run, and are recorded in both dialects beside their lessons', async () => {
  const names = ['01-greetings.run.json', '02-waiting.run.json', '03-exercise.run.json'];
  expect(await record(folder)).toEqual(names);
  expect(await readdir(folder)).toEqual(expect.arrayContaining(names));
  const recordings = await readRecordings(folder);
  for (const { slug, ...lesson } of readCourse(folder).lessons) {
    const slugs = cellsOf({ slug, ...lesson }).map((cell) => cell.slug);
    const { dialects } = recordings.get(slug) ?? {};
    expect(dialects?.walrus.map(({ cell }) => cell)).toEqual(slugs);
    expect(dialects?.['node-redis'].map(({ cell }) => cell)).toEqual(slugs);
  }
});

it.each(DIALECTS)(
  'its exercise begins unsolved, and its solution solves it, in %s',
  async (dialect) => {
    const cells = readCourse(folder).lessons.flatMap(cellsOf);
    const server = await startTestServer();
    const learner = new Learner(server);
    for (const { slug, code, exercise } of cells.filter(({ blocking }) => !blocking)) {
      const check = exercise ? { check: checkIn(exercise, dialect) } : {};
      const begin = await learner.run(code[dialect] ?? '', { cell: slug, ...check });
      expect([begin.status, begin.run.check?.isSolved]).toEqual([
        'ok',
        exercise ? false : undefined,
      ]);
      if (!exercise) continue;
      const end = await learner.run(exercise.solution[dialect] ?? '', { cell: slug, ...check });
      expect(end.run.check).toEqual({ isSolved: true, text: '' });
    }
    learner.leave();
    await server.close();
  },
);

it('a course of one dialect is recorded in that one', async () => {
  for (const name of await readdir(folder)) await rm(path.join(folder, name));
  const lesson = '---\ntitle: T\n---\n\n```ts cell=sum title="Add"\n1 + 1;\n```\n';
  await writeFile(path.join(folder, '01-sum.md'), lesson);
  expect(await record(folder)).toEqual(['01-sum.run.json']);
  expect((await readRecordings(folder)).get('sum')?.dialects).toMatchObject({
    walrus: [{ cell: 'sum', outputs: [{ kind: 'value', text: '2' }] }],
    'node-redis': [],
  });
});
