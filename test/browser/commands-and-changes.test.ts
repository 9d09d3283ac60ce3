import { connect } from 'node:net';
import { createClient, type RedisClientType } from 'redis';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startTestRedis, type TestRedis } from '../support/redis.ts';
import type { NotebookPage } from './support/notebook-page.ts';
import { useSite } from './support/use-site.ts';
import { useVisit } from './support/use-visit.ts';
import { violationsInBothThemes } from './support/violations.ts';

const site = useSite();
const visit = useVisit(site, { begin: openStream });
let notebook: NotebookPage;

beforeEach(() => {
  ({ notebook } = visit);
});

/** A cell for texts of the tests. */
const OWN = 'id-is-time';

async function openStream(page: NotebookPage): Promise<void> {
  for (const slug of ['connect', 'open-stream']) expect(await page.run(slug), slug).toBe('ok');
}

/** Writes a text into that cell, runs it to its end, and gives the status that it ended with. */
async function runText(text: string): Promise<string | null> {
  await notebook.write(OWN, text);
  return notebook.run(OWN);
}

async function runAll(...slugs: string[]): Promise<void> {
  for (const slug of slugs) expect(await notebook.run(slug), slug).toBe('ok');
}

function tab(slug: string, name: 'Output' | 'Commands' | 'Changes'): Locator {
  return notebook.cell(slug).getByRole('tab', { name: new RegExp(`^${name}\\b`) });
}

/** Opens the commands of a cell, and gives its rows. */
async function commands(slug: string): Promise<Locator> {
  await tab(slug, 'Commands').click();
  return notebook.cell(slug).locator('[data-commands] [data-command-row]');
}

/** Opens the changes of a cell, and gives its lines. */
async function changes(slug: string): Promise<Locator> {
  await tab(slug, 'Changes').click();
  return notebook.cell(slug).locator('[data-changes] li');
}

it('shows nothing of the kind before the first run', async () => {
  notebook = await site.open();
  await openStream(notebook);
  await expect.poll(() => notebook.cell('add-entry').getByRole('tab').count()).toBe(0);
});

it('lists what a cell sent, in order, with the replies', async () => {
  expect(await runText('await stream.clear();')).toBe('ok');
  await runAll('delete-entry');
  const rows = await commands('delete-entry');
  await expect.poll(() => tab('delete-entry', 'Commands').innerText()).toBe('Commands (3)');
  const id = /\d{13}-\d+/.exec(await rows.first().innerText())?.[0] ?? 'no id';
  expect(await rows.locator('code').allInnerTexts()).toEqual([
    'XADD stream-a * message "delete me"',
    `XDEL stream-a ${id}`,
    'XLEN stream-a',
  ]);
  expect(await rows.locator('pre').allInnerTexts()).toEqual([
    expect.stringContaining(`"${id}"`),
    expect.stringMatching(/\(integer\) 1$/),
    expect.stringMatching(/\(integer\) 0$/),
  ]);
  await expect.poll(() => rows.first().innerText()).toMatch(/\d ms/);
});

it('links a command to its documentation', async () => {
  await runAll('add-entry');
  const link = (await commands('add-entry')).getByRole('link', { name: 'XADD' });
  expect(await link.getAttribute('href')).toBe('https://redis.io/docs/latest/commands/xadd/');
  expect(await link.getAttribute('rel')).toBe('noopener');
});

it('marks an error reply by a word', async () => {
  expect(await runText("await db.client.sendCommand(['XADD', 'stream-a']);")).toBe('error');
  const reply = (await commands(OWN)).locator('pre');
  await expect.poll(() => reply.innerText()).toMatch(/^\(error\) ERR wrong number of arguments/);
});

it('folds a thousand equal commands into one row', async () => {
  await runAll('fill-stream');
  const rows = await commands('fill-stream');
  await expect.poll(() => tab('fill-stream', 'Commands').innerText()).toBe('Commands (1,001)');
  await expect.poll(() => rows.count()).toBe(2);
  await expect.poll(() => rows.first().innerText()).toContain('× 1,000');
  await rows.first().getByRole('button', { name: 'Show the first 10' }).click();
  const kept = await rows.first().locator('ol code').allInnerTexts();
  expect(kept).toEqual(Array.from({ length: 10 }, (_, i) => `XADD stream-2 * data message-${i}`));
  await expect.poll(() => rows.first().innerText()).toContain('990 more like these are not kept.');
  await expect.poll(() => tab('fill-stream', 'Changes').innerText()).toMatch(/\+1,00\d/);
  await rows.first().getByRole('button', { name: 'Fold' }).click();
});

it('tells what changed under the output, and leads to the command that caused it', async () => {
  await runAll('dummy-entries', 'make-group', 'add-to-streams', 'read-one-each', 'second-consumer');
  await runAll('claim-entry');
  const told = notebook.cell('claim-entry').getByText(/delivery count/);
  await told.first().waitFor();
  const cause = (await changes('claim-entry')).getByRole('button', { name: /^XCLAIM/ }).first();
  await cause.click();
  const row = notebook.cell('claim-entry').locator('[data-command-row]:focus');
  await expect.poll(() => row.innerText()).toMatch(/^XCLAIM stream-c cg-abc cg-abc\.c2 /);
});

it('says that nothing has changed where nothing has', async () => {
  await runAll('add-entry', 'range-all');
  await expect.poll(() => tab('range-all', 'Changes').innerText()).toBe('Changes (none)');
  await tab('range-all', 'Changes').click();
  const panel = notebook.cell('range-all').locator('[data-changes]');
  await expect.poll(() => panel.innerText()).toBe('Nothing in the streams has changed.');
});

it('moves among the tabs by keyboard', async () => {
  await runAll('add-entry');
  const { keyboard } = notebook.page;
  const chosen = notebook.cell('add-entry').getByRole('tab', { selected: true });
  const shown = notebook.cell('add-entry').getByRole('tabpanel');
  await tab('add-entry', 'Output').focus();
  for (const [key, name] of [
    ['ArrowRight', /^Commands/],
    ['ArrowRight', /^Changes/],
    ['ArrowRight', /^Output/],
    ['End', /^Changes/],
    ['ArrowLeft', /^Commands/],
    ['Home', /^Output/],
  ] as const) {
    await keyboard.press(key);
    await expect.poll(() => chosen.and(notebook.page.locator(':focus')).innerText()).toMatch(name);
    await expect.poll(() => shown.count()).toBe(1);
  }
});

it('lights an entry up wherever it is shown', async () => {
  await runAll('add-entry');
  await tab('add-entry', 'Output').click();
  const id = /\d{13}-\d+/.exec(await notebook.output('add-entry'))?.[0] ?? 'no id';
  const lit = (place: Locator) => place.locator(`[data-lit-id="${id}"][data-lit]`).first();
  await notebook.cell('add-entry').locator(`[data-output] [data-lit-id="${id}"]`).hover();
  await lit(notebook.lens).waitFor({ state: 'attached' });

  const follow = (await changes('add-entry')).getByRole('button', { name: `Follow ${id}` });
  await follow.first().focus();
  await lit(notebook.lens).waitFor({ state: 'attached' });
  await lit(notebook.cell('add-entry').locator('[data-output]')).waitFor({ state: 'attached' });
});

it('breaks no rule of WCAG 2.2 AA', async () => {
  await notebook.page.emulateMedia({ reducedMotion: 'reduce' });
  await runAll('fill-stream', 'trim-exact', 'dummy-entries');
  await (await commands('fill-stream')).getByRole('button', { name: /^Show the/ }).click();
  await commands('dummy-entries');
  await changes('trim-exact');
  const cells = ['fill-stream', 'trim-exact', 'dummy-entries'].map(
    (slug) => `[data-cell="${slug}"]`,
  );
  expect(await violationsInBothThemes(notebook, ...cells)).toEqual([]);
});

it('tells two cells apart that run at once', async () => {
  await notebook.press('wait-for-entry');
  await notebook.hasStatus('wait-for-entry', 'blocked');
  const waiting = await commands('wait-for-entry');
  await expect
    .poll(() => waiting.innerText())
    .toMatch(/^XREAD BLOCK 0 STREAMS stream-a \$\s+waiting…/);
  await runAll('wake-reader');
  expect(await notebook.ended('wait-for-entry')).toBe('ok');
  await expect
    .poll(() => waiting.innerText())
    .toMatch(/^XREAD BLOCK 0 STREAMS stream-a \$.*"wake up"/s);
  const waking = await (await commands('wake-reader')).locator('code').allInnerTexts();
  expect(waking).toEqual(['XADD stream-a * message "wake up"']);
  await expect.poll(() => tab('wait-for-entry', 'Changes').innerText()).toBe('Changes (none)');
  await expect.poll(() => tab('wake-reader', 'Changes').innerText()).toMatch(/^Changes \(\+\d/);
});

let redis: TestRedis;
let client: RedisClientType;

beforeAll(async () => {
  redis = await startTestRedis();
  client = createClient({ url: redis.url });
  await client.connect();
});

afterAll(async () => {
  await client.close();
  await redis.stop();
});

/** Sends lines as they would be typed; Redis splits them into arguments by the rules of redis-cli. */
function type(lines: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port: Number(new URL(redis.url).port) });
    let replies = '';
    socket.on('data', (chunk) => (replies += chunk.toString()));
    socket.once('error', reject);
    socket.once('close', () => resolve(replies));
    socket.end(`${lines}QUIT\n`);
  });
}

it('copies commands as lines that redis-cli would take', async () => {
  await notebook.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const odd = { 'a name': 'it\'s "here"', line: 'one\ntwo\t\\ \u0000é', empty: '' };
  expect(await runText(`await stream.add(${JSON.stringify(odd)});`)).toBe('ok');
  await commands(OWN);
  const cell = notebook.cell(OWN);
  await Promise.all([
    cell.getByText('Copied').waitFor(),
    cell.getByRole('button', { name: 'Copy as redis-cli', exact: true }).click(),
  ]);
  const copied = await notebook.page.evaluate(() => navigator.clipboard.readText());
  expect(await type(copied)).toMatch(/^\$\d+\r\n\d{13}-\d+\r\n\+OK/);
  expect(await client.xRange('stream-a', '-', '+')).toMatchObject([{ message: odd }]);
});
