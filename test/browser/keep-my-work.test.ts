import { expect, it } from 'vitest';
import { useSite } from './support/use-site.ts';
import { useVisit } from './support/use-visit.ts';

const site = useSite();
const visit = useVisit(site, { savesData: false });

it('keeps an edit across a reload, restores the original, and takes that back', async () => {
  const { notebook } = visit;
  await notebook.laidOut();
  const original = await notebook.text('range-all');
  await notebook.write('range-all', '6 * 7; // mine');
  await notebook.cell('range-all').getByText('edited', { exact: true }).waitFor();

  await notebook.page.reload();
  await notebook.connected();
  await notebook.cell('range-all').getByText('edited', { exact: true }).waitFor();
  await expect.poll(() => notebook.text('range-all')).toBe('6 * 7; // mine');
  expect(await notebook.run('range-all')).toBe('ok');
  expect(await notebook.output('range-all')).toMatch(/Value:\s+42$/);

  const tools = notebook.cell('range-all');
  await tools.getByRole('button', { name: 'Restore original' }).click();
  await expect.poll(() => notebook.text('range-all')).toBe(original);
  await tools.getByText('edited', { exact: true }).waitFor({ state: 'detached' });
  await tools.getByRole('button', { name: 'Undo restore' }).click();
  await expect.poll(() => notebook.text('range-all')).toBe('6 * 7; // mine');
  await tools.getByText('edited', { exact: true }).waitFor();
});

it('comes back from a reload with outputs, variables and lens, at the same place', async () => {
  const { notebook } = visit;
  const slugs = ['connect', 'open-stream', 'add-entry', 'id-is-time', 'add-more', 'range-from'];
  for (const slug of slugs) expect(await notebook.run(slug)).toBe('ok');
  const top = () =>
    notebook.cell('range-from').evaluate((cell) => Math.round(cell.getBoundingClientRect().top));
  await notebook.cell('range-from').evaluate((cell) => cell.scrollIntoView({ block: 'center' }));
  const entries = notebook.lens.locator('[data-entry]');
  await expect.poll(() => entries.count()).toBe(3);
  const before = {
    outputs: await Promise.all(slugs.map((slug) => notebook.output(slug))),
    entries: await entries.allInnerTexts(),
    top: await top(),
  };

  await notebook.page.reload();
  for (const slug of slugs) await notebook.hasStatus(slug, 'ok');
  expect(await Promise.all(slugs.map((slug) => notebook.output(slug)))).toEqual(before.outputs);
  await expect.poll(() => entries.allInnerTexts()).toEqual(before.entries);
  await expect.poll(async () => Math.abs((await top()) - before.top)).toBeLessThanOrEqual(2);
  expect(await notebook.run('range-count')).toBe('ok');
});

it('keeps the edits while the server is gone, and runs again when it is back', async () => {
  const { notebook } = visit;
  expect(await notebook.run('connect')).toBe('ok');
  // What the editor is made of comes from the server too.
  await notebook.edit('open-stream');
  await notebook.code('open-stream').locator('.monaco-editor.focused').waitFor();
  const { port } = site.server;
  await site.server.close();
  await notebook.banner('The connection to the server is lost').waitFor();
  // The editor has not come yet, and cannot now: the plain field does as well.
  await notebook.edit('open-stream');
  await notebook.page.keyboard.press('ControlOrMeta+A');
  await notebook.page.keyboard.insertText("const stream = db.stream('mine');");
  // Asked for while nobody listens: it waits.
  await notebook.press('open-stream');
  await notebook.hasStatus('open-stream', 'queued');

  await site.startServer(port);
  await notebook.banner('Your session has ended on the server').waitFor();
  await notebook.connected();
  await notebook.hasStatus('connect', 'stale');
  expect(await notebook.output('connect')).toContain('Database');
  await notebook.cell('open-stream').getByText('edited', { exact: true }).waitFor();
  expect(await notebook.run('connect')).toBe('ok');
  expect(await notebook.run('open-stream')).toBe('ok');
  expect(await notebook.run('add-entry')).toBe('ok');
  await notebook.lens.locator('[data-stream="mine"] [data-entry]').waitFor();

  // The browser logs every attempt that finds no server, and nothing else has gone wrong.
  const unanswered = /ERR_CONNECTION_REFUSED|^failed: .*\/assets\//;
  const others = notebook.problems.filter((text) => !unanswered.test(text));
  expect(others).toEqual([]);
  notebook.problems.length = 0;
});
