import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import type { NotebookPage } from './support/notebook-page.ts';
import { useSite } from './support/use-site.ts';
import { useVisit } from './support/use-visit.ts';
import { violationsInBothThemes } from './support/violations.ts';

const site = useSite();
const visit = useVisit(site, { savesData: false, reducedMotion: 'reduce' });

/** Writes a cell, runs it to its end, and gives what stands under it. */
async function show(notebook: NotebookPage, slug: string, source: string): Promise<Locator> {
  await notebook.write(slug, source);
  await notebook.run(slug);
  return notebook.cell(slug).locator('[data-output]');
}

const OUTPUTS = '[data-output]:not([hidden])';

const pasted = ({ page }: NotebookPage) => page.evaluate(() => navigator.clipboard.readText());

it('says null where a reply is null', async () => {
  const notebook = await site.open();
  const value = await show(notebook, 'connect', `({ first: null, rest: 'x'.repeat(90) })`);
  await expect
    .poll(() => value.getByRole('treeitem').allInnerTexts())
    .toEqual([expect.any(String), 'first: null', expect.stringMatching(/^rest: 'x+'$/)]);
});

it('unfolds a value by keyboard, and shows entries as a table', async () => {
  const notebook = await site.open({
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const { keyboard } = notebook.page;
  const value = await show(
    notebook,
    'connect',
    `({ list: Array.from({ length: 200 }, (_, i) => ({ i, text: 'x'.repeat(40) })), when: new Date(0), big: 12n })`,
  );
  const item = (name: string | RegExp) => value.getByRole('treeitem', { name });
  const focused = value.locator('[role="treeitem"]:focus');
  await expect.poll(() => value.getByRole('treeitem').count()).toBe(4);
  await item('Object').focus();
  await keyboard.press('ArrowDown');
  await expect.poll(() => focused.innerText()).toMatch(/list: Array \(200\) \[/);
  await keyboard.press('ArrowRight');
  await expect.poll(() => value.getByRole('treeitem').count()).toBe(105);
  await keyboard.press('ArrowRight');
  await keyboard.press('Enter');
  expect(await focused.getAttribute('aria-expanded')).toBe('true');
  await item('… 100 more').waitFor();
  await keyboard.press('ArrowLeft');
  await keyboard.press('ArrowLeft');
  await keyboard.press('ArrowLeft');
  await expect.poll(() => value.getByRole('treeitem').count()).toBe(4);
  await keyboard.press('End');
  await expect.poll(() => focused.innerText()).toBe('big: 12n');

  const entries = await show(
    notebook,
    'open-stream',
    `import { createClient } from 'redis';
const client = await createClient().connect();
for (let i = 1; i <= 30; i++) await client.xAdd('s', \`\${1514764800000 + i}-0\`, i % 2 ? { odd: String(i) } : { even: String(i), 'a b': '' });
await client.xGroupCreate('s', 'g', '0');
console.log(await client.xReadGroup('g', 'c', { key: 's', id: '>' }, { COUNT: 2 }));
await client.xRange('s', '-', '+')`,
  );
  const read = entries.getByRole('table', { name: /^s 2 entries/ });
  expect(await read.getByRole('columnheader').allInnerTexts()).toEqual([
    'Entry',
    'odd',
    'even',
    'a b',
  ]);
  const table = entries.getByRole('table', { name: '30 entries, times of 2018-01-01, UTC' });
  await expect.poll(() => table.getByRole('row').count()).toBe(21);
  await entries.getByRole('button', { name: 'Show all (30 rows)' }).click();
  await expect.poll(() => table.getByRole('row').count()).toBe(31);
  // One stop for Tab; the whole id is what is copied.
  await table.getByRole('button').first().focus();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect.poll(() => pasted(notebook)).toBe('1514764800002-0');
  await expect.poll(() => notebook.lens.locator('[data-lit]').count()).toBeGreaterThan(0);

  await entries.getByRole('button', { name: 'Copy as JSON' }).last().click();
  await expect
    .poll(async () => JSON.parse(await pasted(notebook)))
    .toMatchObject({ 0: { id: '1514764800001-0', message: { odd: '1' } }, length: 30 });
  await Promise.all([
    value.getByText('Copied the part that is shown').waitFor(),
    value.getByRole('button', { name: 'Copy as JSON' }).click(),
  ]);

  expect(await violationsInBothThemes(notebook, OUTPUTS)).toEqual([]);
  await entries.getByRole('button', { name: 'Tree' }).last().click();
  await entries.getByRole('tree').waitFor();
  await entries.getByRole('button', { name: 'Text' }).last().click();
  await expect.poll(() => entries.innerText()).toContain("odd: '29'");
});

it('shows a single entry or pending row of a list as a table, like two, and other short values as a line', async () => {
  const { notebook } = visit;
  const output = await show(
    notebook,
    'connect',
    `import { createClient } from 'redis';
const client = await createClient().connect();
await client.del('one');
await client.xAdd('one', '1514764800004-0', { message: 'hello' });
await client.xGroupCreate('one', 'g', '0');
await client.xReadGroup('g', 'c', { key: 'one', id: '>' });
console.log(await client.xPendingRange('one', 'g', '-', '+', 10));
console.log('claimed', await client.xClaim('one', 'g', 'd', 0, '1514764800004-0'));
console.log(['1514764800004-0'], []);
await client.xRange('one', '-', '+')`,
  );
  const tables = output.getByRole('table');
  await expect.poll(() => tables.count()).toBe(3);
  expect(await tables.locator('caption').allInnerTexts()).toEqual([
    '1 pending entry, times of 2018-01-01, UTC',
    '1 entry, times of 2018-01-01, UTC',
    '1 entry, times of 2018-01-01, UTC',
  ]);
  await output.getByText("[ '1514764800004-0' ] []", { exact: true }).waitFor();
  expect(await output.getByRole('button', { name: 'Tree' }).count()).toBe(3);
  await output.getByRole('button', { name: 'Copy as JSON' }).last().click();
  await expect
    .poll(async () => JSON.parse(await pasted(notebook)))
    .toEqual([{ id: '1514764800004-0', message: { message: 'hello' } }]);
});

it('leads from a mistake to the cell that explains it, or that has to be run', async () => {
  const { notebook } = visit;
  const { page } = notebook;
  await notebook.run('add-entry');
  await notebook
    .cell('add-entry')
    .getByRole('link', { name: 'It is declared in “Make a Stream object”' })
    .waitFor();
  const output = await show(
    notebook,
    'connect',
    `import { createClient } from 'redis';
const client = await createClient().connect();
await client.xGroupCreate('s', 'g', '0', { MKSTREAM: true });
client.ping()`,
  );
  await output.getByRole('link', { name: /^Read about it in “Getting started/ }).waitFor();
  await notebook.run('connect');
  await output.getByRole('link', { name: 'Read about it in “Make a consumer group”' }).click();
  await expect.poll(() => new URL(page.url()).hash).toBe('#cell-make-group');
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await output.getByRole('button', { name: 'Copy the error' }).click();
  await expect.poll(() => pasted(notebook)).toMatch(/BUSYGROUP.*\n\s+at connect\.ts:3:\d+/);
});

it('finds a line in ten thousand, and shows colours and progress as a terminal does', async () => {
  const { notebook } = visit;
  const { page } = notebook;
  await page.emulateMedia({ colorScheme: 'dark' });
  const output = await show(
    notebook,
    'connect',
    `const E = '\\u001b[';
process.stdout.write('10 %\\r100 %\\n');
console.log(E + '31mred ' + E + '1;44mbold on blue ' + E + '0m' + E + '38;2;20;20;20mdark');
for (let i = 0; i < 10_000; i++) console.log('line', i);`,
  );
  await expect
    .poll(() => output.innerText())
    .toMatch(/Printed:\s+100 %\s+red bold on blue dark\s+line 0\s/);
  const red = output.getByText('red ', { exact: true });
  expect(await red.evaluate((element) => getComputedStyle(element).color)).toBe(
    'rgb(255, 143, 161)',
  );

  const field = output.getByRole('searchbox', { name: 'Find in this output' });
  const status = output.getByRole('search').getByRole('status');
  const current = () =>
    page.evaluate(() => {
      const [range] = CSS.highlights.get('output-current') ?? [];
      const { top = -1, bottom = -1 } = range instanceof Range ? range.getBoundingClientRect() : {};
      const isSeen = top > 0 && bottom < innerHeight;
      return `${String(range)} ${isSeen ? 'seen' : 'not seen'}`;
    });
  await field.fill('LINE 9876');
  await status.getByText('1 of 1', { exact: true }).waitFor();
  await expect.poll(current).toBe('line 9876 seen');
  await field.fill('line 98');
  await status.getByText('1 of 111', { exact: true }).waitFor();
  await page.keyboard.press('Enter');
  await status.getByText('2 of 111', { exact: true }).waitFor();
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Shift+Enter');
  await status.getByText('111 of 111', { exact: true }).waitFor();
  await expect.poll(current).toBe('line 98 seen');
  expect(await violationsInBothThemes(notebook, OUTPUTS)).toEqual([]);
  await page.keyboard.press('Escape');
  await output.getByRole('button', { name: /^Show all/ }).waitFor();
  expect(await page.evaluate(() => CSS.highlights.has('output-current'))).toBe(false);
});

it('begins folded and without a search when a cell is run again', async () => {
  const { notebook } = visit;
  const print = (what: string) => `for (let i = 0; i < 3000; i++) console.log('${what}', i);`;
  const output = await show(notebook, 'connect', print('needle'));
  const field = output.getByRole('searchbox', { name: 'Find in this output' });
  const open = output.getByRole('button', { name: 'Show all (2,970 more lines)' });
  await open.click();
  await output.getByRole('button', { name: 'Show less' }).waitFor();
  await field.fill('needle 2');
  await output.getByRole('search').getByText('1 of 1,111').waitFor();

  await show(notebook, 'connect', print('hay'));
  await open.waitFor();
  expect(await field.inputValue()).toBe('');
  expect(await output.getByRole('search').getByRole('status').innerText()).toBe('');
  expect(await notebook.page.evaluate(() => CSS.highlights.has('output-found'))).toBe(false);

  const entries = `Array.from({ length: 40 }, (_, i) => ({ id: \`\${i}-0\`, message: {} }))`;
  const rows = output.getByRole('row');
  await show(notebook, 'connect', entries);
  await output.getByRole('button', { name: 'Show all (40 rows)' }).click();
  await expect.poll(() => rows.count()).toBe(41);
  await notebook.run('connect');
  await expect.poll(() => rows.count()).toBe(21);

  const many = `for (let i = 0; i < 90; i++) console[i % 2 ? 'log' : 'warn'](i);`;
  await show(notebook, 'connect', many);
  await output.getByRole('button', { name: 'Show all (10 more outputs)' }).click();
  await output.getByRole('button', { name: 'Show fewer' }).waitFor();
  await notebook.run('connect');
  await output.getByRole('button', { name: 'Show all (10 more outputs)' }).waitFor();
});
