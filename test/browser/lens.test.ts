import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { brokenRules } from './support/axe.ts';
import type { NotebookPage } from './support/notebook-page.ts';
import { runTexts } from './support/run-texts.ts';
import { useSite } from './support/use-site.ts';
import { useVisit } from './support/use-visit.ts';

const site = useSite();
const visit = useVisit(site, { reducedMotion: 'reduce' });

/** Opens a stream that is not there yet. */
const CONNECT = `
  import { Database } from 'walrus';
  const db = await Database.connect();
  const stream = db.stream('work');
  await stream.clear();
`;
const ADD_FOUR = `for (const n of [1, 2, 3, 4]) await stream.add({ job: 'job ' + n });`;
const MAKE_GROUP = `
  const one = db.consumerGroup('team', 'work', { consumer: 'ann' });
  const two = db.consumerGroup('team', 'work', { consumer: 'bob' });
  await one.create();
`;

function work({ lens }: { lens: Locator }): Locator {
  return lens.locator('[data-stream="work"]');
}

/** Names of the squares on the strip that are left of a group's pointer. */
async function deliveredSquares(stream: Locator): Promise<(string | null)[]> {
  return stream.evaluate((root) => {
    const x = root.querySelector('.rail .marker')?.getBoundingClientRect();
    const middle = x ? x.left + x.width / 2 : 0;
    return [...root.querySelectorAll('[data-entry]')]
      .filter((square) => square.getBoundingClientRect().left < middle)
      .map((square) => square.textContent);
  });
}

async function labels(squares: Locator): Promise<string[]> {
  return (await squares.locator('.label').allTextContents()).map((text) => text.trim());
}

it('moves the pointer of a group with what is delivered, and lays a lane for each consumer', async () => {
  const { notebook } = visit;
  const stream = work(notebook);
  await runTexts(notebook, CONNECT + ADD_FOUR + MAKE_GROUP);
  const squares = stream.locator('[data-entry]');
  await expect.poll(() => labels(squares)).toEqual(['job 1', 'job 2', 'job 3', 'job 4']);
  await expect.poll(() => deliveredSquares(stream)).toEqual([]);

  await runTexts(notebook, `await one.read({ count: 2 }); await two.read({ count: 1 });`);
  await expect.poll(() => deliveredSquares(stream)).toEqual(['job 1', 'job 2', 'job 3']);
  const lane = (name: string) => stream.locator(`[data-pending][data-consumer="${name}"]`);
  expect(await labels(lane('ann'))).toEqual(['job 1', 'job 2']);
  expect(await labels(lane('bob'))).toEqual(['job 3']);

  await runTexts(notebook, `await two.work.claim((await one.work.pending())[0].id);`);
  await expect.poll(() => labels(lane('bob'))).toEqual(['job 1', 'job 3']);
  await expect.poll(() => lane('bob').first().innerText()).toContain('×1 → 2');
  await stream.getByText('claimed from ann').waitFor();

  // A ghost is pending, and on no strip.
  await runTexts(notebook, `const [ghost] = await stream.range(); await stream.delete(ghost.id);`);
  await expect.poll(() => squares.count()).toBe(3);
  await expect.poll(() => lane('bob').first().innerText()).toContain('ghost');
  await stream.getByText('1 deleted').waitFor();

  await runTexts(notebook, `await two.work.ack(ghost.id);`);
  await expect.poll(() => labels(lane('bob'))).toEqual(['job 3']);
  await stream.getByText('ghost gone').waitFor();
});

it('shows who is blocked, on what and how long at most', async () => {
  const { notebook } = visit;
  const stream = work(notebook);
  await runTexts(notebook, CONNECT + ADD_FOUR + MAKE_GROUP + `await one.setId('$');`);
  await notebook.write('connect', `await two.read({ block: 60_000 });`);
  await notebook.press('connect');
  await notebook.hasStatus('connect', 'blocked');
  const words = stream.locator('[data-group="team"]').locator('[data-waiting]');
  await expect.poll(() => words.innerText()).toMatch(/blocked on XREADGROUP work, \d+ s of 1 min/);

  await notebook.write('open-stream', `await stream.read({ lastId: '$', block: 0 });`);
  await notebook.press('open-stream');
  await notebook.hasStatus('open-stream', 'blocked');
  const reader = stream.locator('[data-strip] [data-waiting]');
  await expect.poll(() => reader.innerText()).toMatch(/blocked on XREAD, .* without a timeout/);

  await notebook.write('add-entry', `await stream.add({ job: 'wake up' });`);
  expect(await notebook.run('add-entry')).toBe('ok');
  await words.waitFor({ state: 'detached' });
  await reader.waitFor({ state: 'detached' });
});

it('lights up an entry on the strip and in the lane, and tells it in words', async () => {
  const { notebook } = visit;
  const stream = work(notebook);
  await runTexts(notebook, CONNECT + ADD_FOUR + MAKE_GROUP, `await one.read({ count: 1 });`);
  const pending = stream.locator('[data-pending]');
  const id = await pending.getAttribute('data-pending');
  await pending.hover();
  await stream.locator(`[data-entry="${id}"][data-lit]`).waitFor();
  const detail = stream.locator('[data-detail]');
  expect(await detail.getAttribute('data-detail')).toBe(id);
  await expect
    .poll(() => detail.innerText())
    .toMatch(/job\s+job 1[^]*pending with\s+ann\s+1 delivery, since/);

  await stream.locator('[data-entry]').nth(1).hover();
  await stream.locator(`[data-entry="${id}"]:not([data-lit])`).waitFor();
  await expect.poll(() => detail.innerText()).toContain('job 2');
  await detail.getByRole('button', { name: 'Follow this entry' }).click();
  const life = notebook.lens.getByRole('heading', { name: /^The life of/ });
  await life.waitFor();
  await notebook.page.keyboard.press('Escape');
  await life.waitFor({ state: 'detached' });
});

it('walks along the strip with the keyboard', async () => {
  const { notebook } = visit;
  const { keyboard } = notebook.page;
  const stream = work(notebook);
  const options = stream.getByRole('option');
  await runTexts(
    notebook,
    `${CONNECT} for (const n of [1, 2, 3]) await stream.add({ job: 'job ' + n });`,
  );
  await expect.poll(() => options.count()).toBe(3);
  await runTexts(notebook, "await stream.add({ job: 'job 4' });");
  await expect.poll(() => options.count()).toBe(4);
  // One stop for Tab: the newest entry.
  await stream.getByRole('button', { name: 'Pin work' }).focus();
  await keyboard.press('Tab');
  const focused = () => notebook.page.locator(':focus').getAttribute('aria-label');
  expect(await focused()).toMatch(/^Entry \d+-\d+, job: job 4$/);
  await keyboard.press('ArrowLeft');
  expect(await focused()).toMatch(/job: job 3$/);
  await keyboard.press('Home');
  expect(await focused()).toMatch(/job: job 1$/);
  await keyboard.press('ArrowLeft');
  expect(await focused()).toMatch(/job: job 1$/);
  await expect.poll(() => stream.locator('[data-detail]').innerText()).toContain('job 1');
  await keyboard.press('End');
  expect(await focused()).toMatch(/job: job 4$/);
  await keyboard.press('Tab');
  await stream.getByRole('button', { name: 'Follow this entry' }).and(focusIn(notebook)).waitFor();
});

function focusIn({ page }: { page: Page }): Locator {
  return page.locator(':focus');
}

it('is read as tables, and remembers that', async () => {
  const { notebook } = visit;
  await runTexts(notebook, CONNECT + ADD_FOUR + MAKE_GROUP, `await one.read({ count: 2 });`);
  await notebook.lens.getByRole('button', { name: 'Tables' }).click();
  const stream = work(notebook);
  const entries = stream.getByRole('table', { name: /^Entries of work/ });
  await expect.poll(() => entries.getByRole('row').count()).toBe(5);
  await expect
    .poll(() => entries.locator('[data-entry]').first().innerText())
    .toContain('job: job 4');
  const pending = stream.getByRole('table', { name: 'Pending in team' }).locator('[data-pending]');
  await expect.poll(() => pending.count()).toBe(2);
  expect(await pending.first().getByRole('cell').allInnerTexts()).toEqual([
    'ann',
    expect.stringMatching(/^\d\d:\d\d:\d\d\.\d{3}$/),
    '1',
    'no',
  ]);
  expect(await brokenRules(notebook.page, ['aside'])).toEqual([]);

  await notebook.page.reload();
  await entries.waitFor();
  await notebook.lens.getByRole('button', { name: 'Picture' }).click();
  await stream.getByRole('option').first().waitFor();
});

it('is shown in a window of its own, which follows and closes with the page', async () => {
  const { notebook } = visit;
  await runTexts(notebook, CONNECT + ADD_FOUR);
  const [popup] = await Promise.all([
    notebook.page.waitForEvent('popup'),
    notebook.lens.getByRole('button', { name: 'Pop out' }).click(),
  ]);
  const lens = popup.getByRole('complementary', { name: 'Stream lens' });
  await expect.poll(() => work({ lens }).locator('[data-entry]').count()).toBe(4);
  await runTexts(notebook, `await stream.add({ job: 'another' });`);
  await work({ lens }).getByText('another').first().waitFor();
  const square = work({ lens }).locator('[data-entry]').first();
  await square.hover();
  await square.and(popup.locator('[data-lit]')).waitFor();
  await expect.poll(() => work({ lens }).locator('[data-detail]').innerText()).toContain('job 1');

  const closed = popup.waitForEvent('close');
  await notebook.page.reload();
  await closed;
});

it('says so when the browser does not allow another window', async () => {
  const { notebook } = visit;
  const open = await notebook.page.evaluateHandle(() => window.open);
  await notebook.page.evaluate(() => (window.open = () => null));
  await notebook.lens.getByRole('button', { name: 'Pop out' }).click();
  await notebook.lens.getByText('The browser has blocked the window').waitFor();
  await notebook.page.evaluate((open) => (window.open = open), open);
});

/** Counts the animations that are started in the lens from now on. */
async function countAnimations({ page }: NotebookPage): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const { animate } = Element.prototype;
    document.body.dataset['animations'] = '0';
    Element.prototype.animate = function (...settings) {
      document.body.dataset['animations'] = String(Number(document.body.dataset['animations']) + 1);
      return animate.apply(this, settings);
    };
  });
  return async () => Number(await page.locator('body').getAttribute('data-animations'));
}

it('moves an entry from the strip to the lane', async () => {
  const { notebook } = visit;
  await notebook.page.emulateMedia({ reducedMotion: 'no-preference' });
  await runTexts(notebook, CONNECT + ADD_FOUR + MAKE_GROUP);
  const animations = await countAnimations(notebook);
  await runTexts(notebook, `await one.read({ count: 1 });`);
  await work(notebook).locator('[data-pending]').waitFor();
  expect(await animations()).toBeGreaterThan(0);
  // What flew is gone when it has landed.
  await notebook.lens.locator('.flying').first().waitFor({ state: 'detached' });
});

it('moves nothing for those who want less motion, and marks the same', async () => {
  const { notebook } = visit;
  await runTexts(notebook, CONNECT + ADD_FOUR + MAKE_GROUP);
  const animations = await countAnimations(notebook);
  await runTexts(notebook, `await one.read({ count: 1 });`);
  await work(notebook).getByText('delivered', { exact: true }).waitFor();
  expect(await animations()).toBe(0);
  const running = () =>
    notebook.lens.evaluate((lens) => lens.getAnimations({ subtree: true }).length);
  await expect.poll(running).toBe(0);
});

it('draws a thousand entries, and tells how many more there are', async () => {
  const { notebook } = visit;
  await runTexts(
    notebook,
    CONNECT +
      `await Promise.all(Array.from({ length: 1200 }, (_, n) => stream.add({ job: 'job ' + n })));`,
  );
  const stream = work(notebook);
  await expect.poll(() => stream.locator('[data-entry]').count()).toBe(1000);
  await expect.poll(() => stream.locator('[data-strip]').innerText()).toContain('200 older');
  // The newest one is in view.
  const newest = stream.locator('[data-entry]').last();
  const inView = async (): Promise<boolean> => {
    const [square, strip] = await Promise.all([
      newest.boundingBox(),
      stream.locator('[data-strip]').boundingBox(),
    ]);
    return !!square && !!strip && square.x + 12 <= strip.x + strip.width;
  };
  await expect.poll(inView).toBe(true);
  await newest.hover();
  await expect.poll(() => stream.locator('[data-detail]').innerText()).toContain('job 1199');
});
