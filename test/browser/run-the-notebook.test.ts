import { expect, it } from 'vitest';
import { cellsOf } from '../../core/lesson/cells-of.ts';
import { readTutorial } from '../tutorial/read-tutorial.ts';
import type { NotebookPage, PendingRow } from './support/notebook-page.ts';
import { useSite, WIDE } from './support/use-site.ts';

const site = useSite();
const lessons = readTutorial();
const slugs = lessons.flatMap(cellsOf).map(({ slug }) => slug);
const allOk = Object.fromEntries(slugs.map((slug) => [slug, 'ok']));

const ID = String.raw`\d{13}-\d+`;

/** What stands under some of the cells when every cell has been run once. */
const OUTPUTS: Record<string, RegExp> = {
  'add-entry': new RegExp(`^Printed:\\s+${ID}$`),
  'id-is-time': /20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/,
  'range-all': /'hello, streams'.*'message 2'.*'message 3'/s,
  'delete-entry': /Value:\s+3$/,
  'trim-approximate': /Printed:\s+removed 900\s+=\s+Value:\s+100$/,
  'trim-exact': /Printed:\s+removed 90\s+=\s+Value:\s+10$/,
  'read-nothing': /Value:\s+\[\]$/,
  'read-block': /Value:\s+\[\]$/,
  'wait-for-entry': /1 entry[^]*\d-\d+\s+wake up$/,
  'make-group': /'stream-a': true, 'stream-b': true, 'stream-c': true/,
  'range-from': new RegExp(`2 entries.*${ID}\\s+message 2\\s+${ID}\\s+message 3$`, 's'),
  'read-one-each': /stream-a.*new a\s.*stream-b.*new for b\s.*stream-c.*c-0$/s,
  'ack-a': /^Printed:\s+1$/,
  'pending-claimed': new RegExp(`${ID}\\s+cg-abc\\.c2\\s+\\d+ ms\\s+2\\s`),
  'take-over': /nextId: '0-0'/,
  'destroy-group': /'stream-c': true.*Value:\s+11$/s,
  'ids-must-rise': /ID specified in XADD is equal or smaller/,
  'read-flat': /s1-2018-01-01.*s2-2018-01-01.*s1-2018-01-02.*s2-2018-01-02/s,
  'claim-message': /s2-2018-01-01/,
  worker: /done: resize\s+done: upload\s+done: notify\s+=\s+Value:\s+\[\]$/,
};

function row(stream: string, entry: string | null, consumer: string, deliveries = 1): PendingRow {
  return { stream, entry, consumer, deliveries };
}

const FIRST = 'cg-abc.c1';
const SECOND = 'cg-abc.c2';
const heldOnB = row('stream-b', 'message: new for b', FIRST);

/** Streams of the exercises, which are nobody else's. */
const OF_EXERCISES = ['indoors', 'news', 'orders', 'outdoors', 'parcels', 'readings', 'visits'];

/** What is pending, but for what the exercises have left. */
async function pendingIn(notebook: NotebookPage): Promise<PendingRow[]> {
  const rows = await notebook.pending();
  return rows.filter(({ stream }) => !OF_EXERCISES.includes(stream));
}

/** The pending entries lists after those cells that change them, each cell having been run once. */
const PENDING: Record<string, PendingRow[]> = {
  'make-group': [],
  'add-to-streams': [],
  'read-one-each': [
    row('stream-a', 'message: new a', FIRST),
    heldOnB,
    row('stream-c', 'message: c-0', FIRST),
  ],
  'read-one-more': [
    row('stream-a', 'message: new a', FIRST),
    heldOnB,
    row('stream-c', 'message: c-0', FIRST),
    row('stream-c', 'message: c-1', FIRST),
  ],
  'ack-a': [
    heldOnB,
    row('stream-c', 'message: c-0', FIRST),
    row('stream-c', 'message: c-1', FIRST),
  ],
  'read-second': [
    heldOnB,
    row('stream-c', 'message: c-0', FIRST),
    row('stream-c', 'message: c-1', FIRST),
    row('stream-c', 'message: c-2', SECOND),
  ],
  'claim-entry': [
    heldOnB,
    row('stream-c', 'message: c-1', FIRST),
    row('stream-c', 'message: c-0', SECOND, 2),
    row('stream-c', 'message: c-2', SECOND),
  ],
  'take-over': [
    heldOnB,
    row('stream-c', 'message: c-0', SECOND, 3),
    row('stream-c', 'message: c-1', SECOND, 2),
    row('stream-c', 'message: c-2', SECOND, 2),
  ],
  // The row outlives the entry.
  'delete-pending': [
    row('stream-b', null, FIRST),
    row('stream-c', 'message: c-0', SECOND, 3),
    row('stream-c', 'message: c-1', SECOND, 2),
    row('stream-c', 'message: c-2', SECOND, 2),
  ],
  'destroy-group': [],
  'read-flat': [
    row('s1', 'message: s1-2018-01-01 00:00:00', 'demo-ts.c1'),
    row('s1', 'message: s1-2018-01-02 00:00:00', 'demo-ts.c1'),
    row('s2', 'message: s2-2018-01-01 00:00:00', 'demo-ts.c1'),
    row('s2', 'message: s2-2018-01-02 00:00:00', 'demo-ts.c1'),
  ],
  'ack-s1': [
    row('s2', 'message: s2-2018-01-01 00:00:00', 'demo-ts.c1'),
    row('s2', 'message: s2-2018-01-02 00:00:00', 'demo-ts.c1'),
  ],
  'set-position': [
    row('s1', 'message: s1-2018-01-02 00:00:00', 'demo-ts.c1'),
    row('s1', 'message: s1-2018-01-03 00:00:00', 'demo-ts.c1'),
    row('s2', 'message: s2-2018-01-01 00:00:00', 'demo-ts.c1'),
    row('s2', 'message: s2-2018-01-02 00:00:00', 'demo-ts.c1'),
  ],
  'claim-message': [
    row('s1', 'message: s1-2018-01-02 00:00:00', 'demo-ts.c1'),
    row('s1', 'message: s1-2018-01-03 00:00:00', 'demo-ts.c1'),
    row('s2', 'message: s2-2018-01-02 00:00:00', 'demo-ts.c1'),
    row('s2', 'message: s2-2018-01-01 00:00:00', 'demo-ts.c2', 2),
  ],
};

it('runs all cells at once, and all of them again', async () => {
  const notebook = await site.open();
  expect(await notebook.runAll()).toEqual(allOk);
  for (const [slug, expected] of Object.entries(OUTPUTS)) {
    expect(await notebook.output(slug), slug).toMatch(expected);
  }
  await expect.poll(() => pendingIn(notebook)).toEqual(PENDING['claim-message']);
  const streams = notebook.lens.locator('[data-stream]');
  expect(
    await streams.evaluateAll((all) => all.map((one) => one.getAttribute('data-stream'))),
  ).toEqual(
    [
      ...OF_EXERCISES,
      'jobs',
      's1',
      's2',
      'stream-2',
      'stream-a',
      'stream-b',
      'stream-c',
    ].toSorted(),
  );

  expect(await notebook.runAll()).toEqual(allOk);
  const counts = await notebook.page.locator('[data-cell] .count').allTextContents();
  expect(counts.map((text) => Number(text.trim().slice(1, -1)))).toEqual(
    slugs.map((_, index) => slugs.length + index + 1),
  );
});

/** Fails unless the lens brings a change of a pending row to where it can be seen. */
async function expectInView({ lens }: NotebookPage, change: string): Promise<void> {
  const row = lens.locator('[data-pending]').filter({ hasText: change });
  await expect
    .poll(async () => {
      const box = await row.boundingBox();
      return box !== null && box.y > 0 && box.y + box.height < WIDE.height;
    })
    .toBe(true);
}

it('runs one cell after the other, and shows who holds which entry', async () => {
  const notebook = await site.open();
  for (const cell of lessons.flatMap(cellsOf)) {
    await notebook.press(cell.slug);
    if (cell.blocking) {
      await notebook.hasStatus(cell.slug, 'blocked');
      continue;
    }
    expect(await notebook.ended(cell.slug), cell.slug).toBe('ok');
    const pending = PENDING[cell.slug];
    // The end of a run waits for the lens, but not forever.
    if (pending) {
      await expect.poll(() => pendingIn(notebook), { message: cell.slug }).toEqual(pending);
    }
    if (cell.slug === 'claim-entry') await expectInView(notebook, '×1 → 2');
  }
  expect(await notebook.settled()).toEqual(allOk);
});
