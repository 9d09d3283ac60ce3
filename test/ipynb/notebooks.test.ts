import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellsOf } from '../../core/lesson/cells-of.ts';
import { DIALECTS } from '../../core/lesson/dialects.ts';
import type { Dialect } from '../../core/lesson/lesson.ts';
import type { Notebook, NotebookOutput } from '../../core/ipynb/notebook.ts';
import { readNotebook } from '../../core/ipynb/read-notebook.ts';
import { courseNotebooks } from '../../src/build/course-notebooks.ts';
import { exportNotebooks } from '../../src/build/export-notebooks.ts';
import { readCourse } from '../../src/build/lesson-files.ts';
import { readRecordings } from '../../src/build/read-recordings.ts';
import { startTestRedis, type TestRedis } from '../support/redis.ts';
import { ROOT } from '../structure/project-files.ts';
import { plainOutput } from '../tutorial/scripts/expected-output.ts';
import { TUTORIAL } from '../tutorial/read-tutorial.ts';
import { DenoKernel } from './deno-kernel.ts';

let folder: string;
let notebooks: Map<Dialect, Notebook>;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sb-notebooks-'));
  notebooks = await courseNotebooks(readCourse(TUTORIAL), readRecordings(TUTORIAL));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const notebookIn = (dialect: Dialect) => notebooks.get(dialect) ?? expect.fail('There is none.');

it('is written for each dialect', async () => {
  const files = await exportNotebooks(TUTORIAL, path.join(folder, 'out'));
  expect(files.map((file) => path.basename(file))).toEqual([
    'streambook-walrus.ipynb',
    'streambook-node-redis.ipynb',
  ]);
  const text = await readFile(files[1] ?? '', 'utf8');
  expect(JSON.parse(text)).toEqual(notebookIn('node-redis'));
});

describe.each(DIALECTS)('the notebook of %s', (dialect) => {
  it('is what the schema of Jupyter asks for', async () => {
    const file = path.join(ROOT, 'test/ipynb/nbformat.v4.5.schema.json');
    const { $schema: _, ...schema } = JSON.parse(await readFile(file, 'utf8'));
    const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
    validate(notebookIn(dialect));
    expect(validate.errors).toBe(null);
    const ids = notebookIn(dialect).cells.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('comes back as the texts that it was made of', () => {
    const own = readCourse(TUTORIAL)
      .lessons.flatMap(cellsOf)
      .map(({ code }) => code[dialect]);
    expect(readNotebook(JSON.stringify(notebookIn(dialect))).texts).toEqual(own);
  });
});

describe.concurrent.each(DIALECTS)('the notebook of %s in Deno’s kernel', (dialect) => {
  let redis: TestRedis;
  let kernel: DenoKernel;
  beforeAll(async () => {
    redis = await startTestRedis();
    const env = { REDIS_URL: redis.url, DENO_DIR: path.join(ROOT, '.cache/deno-notebooks') };
    kernel = await DenoKernel.start(folder, env);
  });
  afterAll(async () => {
    await kernel?.stop();
    await redis?.stop();
  });

  it(
    'runs from top to bottom and shows what was recorded',
    { timeout: 180_000 },
    async ({ expect }) => {
      for (const cell of notebookIn(dialect).cells) {
        if (cell.cell_type !== 'code') continue;
        const source = cell.source.join('');
        const shown = await kernel.execute(source);
        const { error, stderr } = shown();
        expect({ error, stderr }, source).toEqual({ error: null, stderr: '' });
        const recorded = cell.outputs.map(textOf);
        const printed = recorded.map((one) => one.printed).join('');
        await expect
          .poll(() => plainOutput(shown().stdout), { message: source })
          .toBe(plainOutput(printed));
        // Deno shows a value of a loop, too.
        if (recorded.every((one) => one.value === '')) continue;
        const value = plainOutput(recorded.map((one) => one.value).join(''));
        await expect.poll(() => plainOutput(shown().value), { message: source }).toBe(value);
      }
    },
  );
});

/** What an output shows. Deno does not show null, which is a value like others in Streambook. */
function textOf(output: NotebookOutput): { printed: string; value: string } {
  if (output.output_type === 'stream') return { printed: output.text.join(''), value: '' };
  if (output.output_type === 'error') throw new Error(`A cell fails: ${output.evalue}`);
  const value = output.data['text/plain'].join('');
  return { printed: '', value: value === 'null' ? '' : value };
}
