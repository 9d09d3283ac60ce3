import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import type { NotebookPage } from './support/notebook-page.ts';
import { NARROW, useSite } from './support/use-site.ts';
import { useVisit } from './support/use-visit.ts';
import { violations, violationsInBothThemes } from './support/violations.ts';

const site = useSite();
const visit = useVisit(site);

/** With an empty Redis, makes the group `g` on the stream `s`, adds two entries, reads them, claims one, acknowledges it. */
const CELLS = {
  connect: `import { createClient } from 'redis';
const redis = createClient();
await redis.connect();
await redis.flushAll();
let steps = 0;`,
  'open-stream': `steps++;
await redis.xGroupCreate('s', 'g', '0', { MKSTREAM: true });
const one = await redis.xAdd('s', '*', { n: 'one' });
await redis.xAdd('s', '*', { n: 'two' });`,
  'add-entry': `steps++;
await redis.xReadGroup('g', 'c1', { key: 's', id: '>' });`,
  'id-is-time': `steps++;
await redis.xClaim('s', 'g', 'c2', 0, one);`,
  'add-more': `steps++;
await redis.xAck('s', 'g', one);`,
} as const;
const ALL = ['connect', 'open-stream', 'add-entry', 'id-is-time', 'add-more'] as const;

/** Runs cells, one after the other, which it writes unless their text is there already. */
async function runCells(
  notebook: NotebookPage,
  slugs: readonly (keyof typeof CELLS)[] = ALL,
): Promise<void> {
  await notebook.laidOut();
  for (const slug of slugs) {
    const isWritten = (await notebook.text(slug)) === CELLS[slug];
    if (!isWritten) await notebook.write(slug, CELLS[slug]);
    expect(await notebook.run(slug), slug).toBe('ok');
  }
}

const slider = ({ lens }: NotebookPage): Locator =>
  lens.getByRole('slider', { name: 'Moment that is shown' });
const banner = ({ lens }: NotebookPage): Locator => lens.getByText('As it was after');
const moment = (notebook: NotebookPage) => slider(notebook).getAttribute('aria-valuetext');

/** The rows of the pending entries list of `s`, as the lens shows them: `c1 1`. */
const held = ({ lens }: NotebookPage) =>
  lens
    .locator('[data-stream="s"] [data-pending]')
    .evaluateAll((rows) =>
      rows
        .map((row) => `${row.getAttribute('data-consumer')} ${row.getAttribute('data-deliveries')}`)
        .sort(),
    );

/** Runs a cell that asks Redis itself, and gives what it answers. */
async function ask(notebook: NotebookPage, expression: string): Promise<string> {
  await notebook.write('range-all', expression);
  expect(await notebook.run('range-all')).toBe('ok');
  return notebook.output('range-all');
}

const PENDING = `(await redis.xPendingRange('s', 'g', '-', '+', 9))
  .map((row) => row.consumer + ' ' + row.deliveriesCounter).join();`;

async function rewind(notebook: NotebookPage): Promise<void> {
  await notebook.lens.getByRole('button', { name: 'Rewind to before this run' }).click();
  await notebook.lens.getByRole('button', { name: 'Rewind Redis' }).click();
}

it('shows no line of time before anything was run, and says in words and by its look that a run has failed', async () => {
  const notebook = await site.open();
  await expect.poll(() => slider(notebook).count()).toBe(0);
  await notebook.write('connect', `throw new Error('no');`);
  expect(await notebook.run('connect')).toBe('error');
  await slider(notebook).focus();
  await notebook.page.keyboard.press('Home');
  await expect.poll(() => moment(notebook)).toContain('failed');
  await notebook.lens.getByText('failed', { exact: true }).waitFor();
  await expect.poll(() => notebook.lens.locator('[data-mark-id] svg').count()).toBe(1);
});

it('goes back in time by keyboard, and returns to now', async () => {
  const notebook = await site.open();
  await runCells(notebook);
  expect(await moment(notebook)).toBe('Now');
  await expect.poll(() => held(notebook)).toEqual(['c1 1']);

  await slider(notebook).focus();
  for (const key of ['ArrowLeft', 'ArrowLeft']) await notebook.page.keyboard.press(key);
  await banner(notebook).waitFor();
  expect(await moment(notebook)).toMatch(/^Run \[4\], Read the time in an id, \d\d:\d\d:\d\d$/);
  await expect.poll(() => held(notebook)).toEqual(['c1 1', 'c2 2']);
  await notebook.page.keyboard.press('ArrowLeft');
  await expect.poll(() => held(notebook)).toEqual(['c1 1', 'c1 1']);

  // The cell of that moment is marked and linked; those after it had not been run yet.
  const link = notebook.lens.getByRole('link', { name: '[3] Add an entry' });
  expect(await link.getAttribute('href')).toBe('#cell-add-entry');
  await notebook.cell('add-entry').and(notebook.page.locator('[data-moment]')).waitFor();

  await notebook.page.keyboard.press('Home');
  await expect.poll(() => moment(notebook)).toMatch(/^Run \[1\], Connect to Redis/);
  await expect.poll(() => notebook.lens.locator('[data-stream]').count()).toBe(0);
  await notebook.page.keyboard.press('End');
  await banner(notebook).waitFor({ state: 'detached' });
  await expect.poll(() => notebook.page.locator('[data-moment]').count()).toBe(0);

  await notebook.page.keyboard.press('ArrowLeft');
  await banner(notebook).waitFor();
  await notebook.page.keyboard.press('Escape');
  await banner(notebook).waitFor({ state: 'detached' });

  await notebook.page.keyboard.press('Home');
  await notebook.lens.getByRole('button', { name: 'Now', exact: true }).click();
  await banner(notebook).waitFor({ state: 'detached' });
  await expect.poll(() => held(notebook)).toEqual(['c1 1']);
});

it('goes back by pointer, and shows what a cell sent and changed in the run of then', async () => {
  const notebook = await site.open();
  await runCells(notebook, ['connect', 'open-stream']);
  await notebook.write('open-stream', `await redis.xLen('s');`);
  expect(await notebook.run('open-stream')).toBe('ok');
  const cell = notebook.cell('open-stream');
  await cell.getByRole('tab', { name: /^Commands/ }).click();
  const commands = cell.locator('[data-commands]');
  await commands.getByRole('link', { name: 'XLEN' }).waitFor();

  const tick = await notebook.lens.locator('[data-mark-id]').nth(1).boundingBox();
  if (tick === null) throw new Error('The mark is not shown.');
  await notebook.page.mouse.click(tick.x + tick.width / 2, tick.y + 10);
  await banner(notebook).waitFor();
  await expect.poll(() => moment(notebook)).toMatch(/^Run \[2\]/);
  await commands.getByRole('link', { name: 'XGROUP CREATE' }).waitFor();
  await cell.getByRole('tab', { name: /^Changes/ }).click();
  await cell
    .locator('[data-changes]')
    .getByText(/added to .*s/)
    .first()
    .waitFor();

  // A new run leads back to now.
  expect(await notebook.run('open-stream')).toBe('ok');
  await banner(notebook).waitFor({ state: 'detached' });
  expect(await moment(notebook)).toBe('Now');
});

it('puts Redis back with groups and pending entries, says what stays, and undoes it', async () => {
  const { notebook } = visit;
  await runCells(notebook);
  await slider(notebook).focus();
  for (const key of ['ArrowLeft', 'ArrowLeft']) await notebook.page.keyboard.press(key);
  await notebook.lens.getByRole('button', { name: 'Rewind to before this run' }).click();
  const confirm = notebook.lens.getByRole('group', { name: /Redis goes back/ });
  await expect
    .poll(() => confirm.innerText())
    .toContain('The variables of your cells stay as they are.');
  await notebook.page.keyboard.press('Escape');
  await confirm.waitFor({ state: 'detached' });
  await banner(notebook).waitFor();

  await rewind(notebook);
  const notice = notebook.lens.getByRole('status').filter({ hasText: 'Redis is as it was before' });
  await notice.waitFor();
  await expect.poll(() => notice.innerText()).toContain('variables of your cells are as they were');
  expect(await notice.getByRole('link').getAttribute('href')).toBe('#cell-id-is-time');
  await expect.poll(() => held(notebook)).toEqual(['c1 1', 'c1 1']);

  await notice.getByRole('button', { name: 'Undo the rewind' }).click();
  await notebook.lens.getByText('The rewind is undone').waitFor();
  await expect.poll(() => held(notebook)).toEqual(['c1 1']);
  await notebook.lens.getByRole('button', { name: 'Redo the rewind' }).click();
  await notice.waitFor();
  expect(await ask(notebook, PENDING)).toContain('c1 1,c1 1');
  expect(await ask(notebook, 'steps;')).toMatch(/Value:\s+4$/);

  // The cell can be tried again.
  expect(await notebook.run('id-is-time')).toBe('ok');
  await expect.poll(() => held(notebook)).toEqual(['c1 1', 'c2 2']);
});

it('rewinds to before a cell from the tools of the cell', async () => {
  const { notebook } = visit;
  await runCells(notebook, ['connect', 'open-stream', 'add-entry']);
  const cell = notebook.cell('add-entry');
  await cell.hover();
  await cell.getByRole('button', { name: 'Rewind to before this cell' }).click();
  await cell.getByRole('button', { name: 'Rewind Redis' }).click();
  const notice = cell.getByRole('status').filter({ hasText: 'Redis is as it was before' });
  await notice.waitFor();
  // It stays in sight when neither pointer nor focus is in the cell.
  await slider(notebook).focus();
  await notebook.page.mouse.move(5, 5);
  const opacity = () =>
    notice.evaluate(
      ({ parentElement }) => parentElement && getComputedStyle(parentElement).opacity,
    );
  await expect.poll(opacity).toBe('1');
  await expect.poll(() => held(notebook)).toEqual([]);
  expect(await ask(notebook, PENDING)).toMatch(/Value:\s+''$/);
});

it('does not rewind while a cell waits in Redis, and says why', async () => {
  const { notebook } = visit;
  await runCells(notebook, ['connect', 'open-stream']);
  await notebook.write(
    'add-more',
    `const other = redis.duplicate();
await other.connect();
await other.xRead({ key: 's', id: '$' }, { BLOCK: 0 });`,
  );
  await notebook.press('add-more');
  await notebook.hasStatus('add-more', 'blocked');
  await slider(notebook).focus();
  await notebook.page.keyboard.press('ArrowLeft');
  await rewind(notebook);
  await notebook.banner('cannot be put back while a cell is running or waiting').waitFor();
  await expect.poll(() => notebook.lens.locator('[data-stream="s"]').count()).toBe(1);
  await notebook.press('add-more');
  expect(await notebook.ended('add-more')).toBe('stopped');
});

it('follows one entry through its life, with the cells that did each step', async () => {
  const { notebook } = visit;
  await runCells(notebook);
  const stream = notebook.lens.locator('[data-stream="s"]');
  await stream.locator('[data-entry]').first().click();
  await stream.getByRole('button', { name: 'Follow this entry' }).click();
  const life = notebook.lens.getByRole('region', { name: /^The life of/ });
  const steps = life.locator('[data-life]');
  await steps.first().waitFor();
  expect(await steps.evaluateAll((all) => all.map((one) => one.getAttribute('data-life')))).toEqual(
    ['entry-added', 'delivered', 'claimed', 'acknowledged'],
  );
  expect(
    await life.getByRole('link').evaluateAll((links) => links.map((a) => a.getAttribute('href'))),
  ).toEqual(['#cell-open-stream', '#cell-add-entry', '#cell-id-is-time', '#cell-add-more']);
  await expect.poll(() => life.innerText()).toContain('Now: in the stream; acknowledged in g.');
  await life.locator('h3:focus').waitFor();

  await steps.nth(1).getByRole('button', { name: 'Delivered' }).click();
  await banner(notebook).waitFor();
  await expect.poll(() => held(notebook)).toEqual(['c1 1', 'c1 1']);
  await notebook.page.keyboard.press('Escape');
  await banner(notebook).waitFor({ state: 'detached' });
  await notebook.page.keyboard.press('Escape');
  await life.waitFor({ state: 'detached' });
});

it('breaks no rule of WCAG 2.2 AA', async () => {
  const { notebook } = visit;
  await notebook.page.emulateMedia({ reducedMotion: 'reduce' });
  await runCells(notebook);
  await notebook.lens.locator('[data-stream="s"] [data-entry]').first().click();
  await notebook.lens.getByRole('button', { name: 'Follow this entry' }).click();
  await slider(notebook).focus();
  await notebook.page.keyboard.press('ArrowLeft');
  await notebook.lens.getByRole('button', { name: 'Rewind to before this run' }).click();
  await notebook.lens.getByRole('button', { name: 'Rewind Redis' }).waitFor();
  const parts = ['aside', '[data-cell="add-more"]', '[role="note"]'];
  expect(await violationsInBothThemes(notebook, ...parts)).toEqual([]);
  await notebook.lens.getByRole('button', { name: 'Rewind Redis' }).click();
  await notebook.lens.getByText('Redis is as it was before').waitFor();
  await notebook.page.setViewportSize(NARROW);
  await notebook.lens.getByRole('button', { name: /^Stream lens/ }).click();
  await slider(notebook).waitFor();
  expect(await violations(notebook, ...parts)).toEqual([]);
});
