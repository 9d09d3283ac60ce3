import { expect, it } from 'vitest';
import { MAX_SOURCE_LENGTH } from '../../core/limits/limits.ts';
import { useSite } from './support/use-site.ts';
import { useVisit } from './support/use-visit.ts';

const visit = useVisit(useSite(), { savesData: false });

it('marks the line of a syntax error, and forgets the mark when the text is changed', async () => {
  const { notebook } = visit;
  await notebook.write('connect', 'const a = 1;\nconst b = ;\na;\n');
  expect(await notebook.run('connect')).toBe('error');
  expect(await notebook.output('connect')).toMatch(/SyntaxError.*Line 2, column 11/s);
  const mark = notebook.code('connect').locator('[data-error-line]');
  expect(await mark.getAttribute('data-error-line')).toBe('2');
  const line = notebook.code('connect').locator('.view-line').filter({ hasText: 'const b' });
  const [marked, shown] = [await mark.boundingBox(), await line.boundingBox()];
  expect(marked?.y).toBeCloseTo(shown?.y ?? NaN, 0);

  await notebook.write('connect', 'const a = 1;\na;\n');
  await mark.waitFor({ state: 'detached' });
  expect(await notebook.run('connect')).toBe('ok');
  expect(await notebook.output('connect')).toMatch(/Value:\s+1$/);
});

it('says what can be imported when something else was', async () => {
  const { notebook } = visit;
  await notebook.write('connect', "import lodash from 'lodash';");
  expect(await notebook.run('connect')).toBe('error');
  const output = await notebook.output('connect');
  for (const word of ['lodash', 'walrus', 'redis']) expect(output).toContain(word);
});

it('cuts 10 MB of output, says so, and goes on', async () => {
  const { notebook } = visit;
  const million = "'streams '.repeat(125_000)";
  await notebook.write('connect', `for (let i = 0; i < 10; i++) console.log(${million});`);
  expect(await notebook.run('connect')).toBe('ok');
  expect(await notebook.output('connect')).toContain('1,000,000 characters');
  await notebook.write('open-stream', "'still here';");
  expect(await notebook.run('open-stream')).toBe('ok');
  expect(await notebook.output('open-stream')).toContain('still here');
});

it('runs an empty cell', async () => {
  const { notebook } = visit;
  await notebook.write('connect', 'x');
  await notebook.page.keyboard.press('Backspace');
  expect(await notebook.run('connect')).toBe('ok');
  expect(await notebook.cell('connect').locator('[data-output]').isHidden()).toBe(true);
  await notebook.write('connect', '1;');
  expect(await notebook.run('connect')).toBe('ok');
});

it('keeps the text of a cell that is too long, and says how long it may be', async () => {
  const { notebook } = visit;
  const line = `${'/'.repeat(99)}\n`;
  await notebook.write('connect', line.repeat(MAX_SOURCE_LENGTH / 100));
  expect(await notebook.run('connect')).toBe('ok');
  await notebook.write('connect', line.repeat(MAX_SOURCE_LENGTH / 100 + 1));
  await notebook.press('connect');
  const problem = notebook.cell('connect').getByRole('alert');
  await problem.getByText('at most 262,144 can be run').waitFor();
  await notebook.hasStatus('connect', 'stale');

  await notebook.page.reload();
  await notebook.connected();
  const text = await notebook.text('connect');
  expect(text.length).toBeGreaterThan(MAX_SOURCE_LENGTH);
  // Everything else still runs.
  await notebook.write('open-stream', '1;');
  expect(await notebook.run('open-stream')).toBe('ok');
});
