import { expect, it } from 'vitest';
import { useSite } from './support/use-site.ts';

const site = useSite();

it('shows what an older page left of edits, and loses nothing when the lesson has changed since', async () => {
  const old = (cell: string, text: string) => ({
    name: `streambook:edit:1:${cell}`,
    value: JSON.stringify({ text, original: '0ld' }),
  });
  const kept = [
    old('connect', 'const db = mine;'),
    old('open-stream', 'const stream = mine;'),
    old('add-entry', 'const entry = mine;'),
    old('gone-from-the-lesson', 'const gone = mine;'),
    { name: 'streambook:edit:1:add-more', value: '{"text":' },
  ];
  const origins = [{ origin: new URL(site.server.url).origin, localStorage: kept }];
  const notebook = await site.open({ storageState: { cookies: [], origins } });
  const { page } = notebook;

  const notice = (slug: string) =>
    notebook.cell(slug).getByRole('group', { name: 'The lesson has a new text' });
  const press = (slug: string, name: string) =>
    notice(slug).getByRole('button', { name, exact: true }).click();
  await notice('connect').getByText('const db = await Database.connect();').waitFor();
  await expect.poll(() => notice('connect').getByText('const db = mine;').count()).toBe(1);
  await press('connect', 'Keep mine');
  await press('open-stream', 'Take the new text');
  await press('add-entry', 'Take it, mine below as a scratch cell');
  await expect.poll(() => page.locator('[data-merge]').count()).toBe(0);

  const gone = page.getByRole('region', { name: 'From a cell that is no longer there' });
  await expect.poll(() => gone.locator('[data-code]').innerText()).toBe('const gone = mine;');
  await page.getByText('could not be read').waitFor();

  // All of it was kept, the way back to what was given up too.
  await page.waitForLoadState('networkidle');
  await page.reload();
  await notebook.connected();
  await expect.poll(() => page.locator('[data-merge]').count()).toBe(0);
  await expect.poll(() => notebook.text('connect')).toBe('const db = mine;');
  await expect.poll(() => notebook.text('open-stream')).toContain("db.stream('stream-a')");
  const tools = notebook.cell('open-stream');
  await tools.getByRole('button', { name: 'Undo restore' }).click();
  await notice('open-stream').waitFor();
  const mine = page.getByRole('region', { name: 'Your text of “Add an entry”' });
  await expect.poll(() => mine.locator('[data-code]').innerText()).toBe('const entry = mine;');
  await expect.poll(() => gone.locator('[data-code]').innerText()).toBe('const gone = mine;');
  expect(
    await page.evaluate(() =>
      localStorage.getItem('streambook:unreadable:streambook:edit:1:add-more'),
    ),
  ).toBe('{"text":');
});
