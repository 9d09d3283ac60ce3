import { expect, it } from 'vitest';
import { cellsOf } from '../../core/lesson/cells-of.ts';
import { readTutorial } from '../tutorial/read-tutorial.ts';
import { atRest } from './support/at-rest.ts';
import type { NotebookPage } from './support/notebook-page.ts';
import { useSite } from './support/use-site.ts';
import { violationsInBothThemes } from './support/violations.ts';

const site = useSite();
const cells = readTutorial().flatMap(cellsOf);

const choice = ({ page }: NotebookPage, name: string) =>
  page.getByRole('group', { name: 'Dialect' }).getByRole('button', { name });
const isChosen = (notebook: NotebookPage, name: string) =>
  choice(notebook, name).getAttribute('aria-pressed');
const query = ({ page }: NotebookPage) => page.evaluate(() => location.search + location.hash);

it('shows every cell in the other dialect, and says what that means for what has been run', async () => {
  const notebook = await site.open();
  const { page } = notebook;
  expect(await notebook.run('connect')).toBe('ok');
  expect(await notebook.run('open-stream')).toBe('ok');
  await page.evaluate(() => (location.hash = 'cell-add-entry'));
  await notebook.code('add-entry').and(page.locator(':focus')).waitFor();
  await atRest(page);
  const top = () => notebook.cell('add-entry').evaluate((one) => one.getBoundingClientRect().top);
  const before = await top();
  // As a hand does: Playwright's click scrolls first, to what it believes to be hidden.
  const place = await choice(notebook, 'node-redis').boundingBox();
  await page.mouse.click((place?.x ?? 0) + 20, (place?.y ?? 0) + 10);
  await expect.poll(() => query(notebook)).toBe('?dialect=node-redis#cell-add-entry');
  // It is readable at once, and highlighted soon.
  await expect.poll(() => notebook.text('add-entry')).toContain('client.xAdd(stream');
  await notebook.code('add-entry').locator('.tk-keyword:visible').first().waitFor();
  await page.getByText('The text speaks of walrus.').first().waitFor();
  // What is being read stays where it is.
  await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(60);
  const banner = notebook.banner('This kernel has run the other dialect');
  await banner.waitFor();
  await notebook.cell('open-stream').getByText('Stale: ran in the other dialect').waitFor();
  expect(await notebook.output('open-stream')).toContain('Stream');
  expect(await violationsInBothThemes(notebook, '.toolbar', '.banners', '#cell-add-entry')).toEqual(
    [],
  );

  // What the cell amounts to in redis-cli is folded below it.
  const cli = notebook.cell('fill-stream').locator('details');
  await cli.getByText('1,001 commands').click();
  await cli.getByText('# 990 more of these were sent.').waitFor();
  await cli.getByRole('button', { name: 'Copy for redis-cli' }).waitFor();

  // From a fresh kernel, every cell does what it does in walrus.
  await banner.getByRole('button', { name: 'Restart now' }).click();
  await banner.waitFor({ state: 'detached' });
  await notebook.cell('open-stream').getByText('Stale: the kernel was replaced').waitFor();
  const statuses = await notebook.runAll();
  expect(statuses).toEqual(Object.fromEntries(cells.map(({ slug }) => [slug, 'ok'])));
  await expect.poll(() => notebook.lens.locator('[data-stream="jobs"]').count()).toBe(1);

  // Back again: walrus was never run in this kernel.
  await choice(notebook, 'walrus').click();
  await expect.poll(() => query(notebook)).toBe('?dialect=walrus#cell-add-entry');
  await expect.poll(() => notebook.text('add-entry')).toContain('stream.add(');
  await notebook.cell('worker').getByText('Stale: ran in the other dialect').waitFor();
});

it('keeps a choice, follows a link, and keeps what was written in each dialect', async () => {
  const notebook = await site.open({ savesData: false });
  const { page } = notebook;
  await notebook.write('connect', 'const db = mine;');
  await page.keyboard.press('Escape');
  await choice(notebook, 'node-redis').click();
  await expect.poll(() => notebook.text('connect')).toContain('createClient');
  await notebook
    .cell('connect')
    .getByText('edited', { exact: true })
    .waitFor({ state: 'detached' });
  await notebook.write('connect', 'const client = mine;');
  await page.keyboard.press('Escape');
  await choice(notebook, 'walrus').click();
  await expect.poll(() => notebook.text('connect')).toMatch(/const\sdb\s=\smine;/);
  // Each text has its own history.
  await notebook.edit('connect');
  await notebook.code('connect').locator('.monaco-editor.focused').waitFor();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect.poll(() => notebook.text('connect')).toContain('Database.connect');
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect.poll(() => notebook.text('connect')).toMatch(/const\sdb\s=\smine;/);
  await page.keyboard.press('Escape');
  await choice(notebook, 'node-redis').click();
  await expect.poll(() => notebook.text('connect')).toMatch(/const\sclient\s=\smine;/);

  // Another tab begins with what was chosen last; a link decides for itself.
  const other = await site.openTab(notebook);
  await expect.poll(() => other.text('connect')).toMatch(/const\sclient\s=\smine;/);
  expect(await isChosen(other, 'node-redis')).toBe('true');
  await other.page.goto(`${site.server.url}?dialect=walrus#cell-connect`);
  await other.connected();
  await expect.poll(() => other.text('connect')).toMatch(/const\sdb\s=\smine;/);
  await other.page.goto(`${site.server.url}?dialect=ioredis#cell-connect`);
  await other.banner('the dialect “ioredis”, which this notebook does not have').waitFor();
  await expect.poll(() => other.text('connect')).toMatch(/const\sdb\s=\smine;/);
  // The first tab has not been switched by that.
  expect(await isChosen(notebook, 'node-redis')).toBe('true');

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await notebook.cell('connect').getByRole('link', { name: 'Link' }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/\/\?dialect=node-redis#cell-connect$/);
  await notebook.cell('connect').getByRole('button', { name: 'Restore original' }).click();
  await expect.poll(() => notebook.text('connect')).toContain('createClient');
});
