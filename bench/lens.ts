import type { Page } from 'playwright-core';
import { NotebookPage } from '../test/browser/support/notebook-page.ts';
import { openBrowser } from '../test/support/browser.ts';
import { startBuiltServer } from './page/built-server.ts';
import { comparePace, printPaceHead } from './page/compare-pace.ts';

/** Frames that a page with a full lens should draw for each that an empty page draws. */
const GOAL_FRAMES = 0.95;
/** How late the lens may show what a cell that goes on has added, in ms. */
const GOAL_LATE_MS = 250;

const WATCHED_MS = 2500;
const ROUNDS = 3;

const FILL = `
import { Database } from 'walrus';
const db = await Database.connect();
const stream = db.stream('work');
await Promise.all(Array.from({ length: 1200 }, (_, n) => stream.add({ job: 'job ' + n })));
const group = db.consumerGroup('crew', ['work'], { consumer: 'ann' });
await group.create();
await group.work.read({ count: 1150 });
`;

/** Adds, delivers and acknowledges for longer than it is watched. */
const WORK = `
import { setTimeout as pause } from 'node:timers/promises';
for (let n = 0; n < 600; n++) {
  await stream.add({ job: 'late ' + n });
  const [entry] = await group.work.read({ count: 1 });
  if (entry && n % 2 === 0) await group.work.ack(entry.id);
  await pause(40);
}
`;

/** What goes on in the page while its frames are counted: a function for its window, called each frame. */
const SCENES = {
  'nothing moves': '() => undefined',
  'the strip is scrolled': `() => {
    const strip = document.querySelector('[data-strip]');
    strip.scrollLeft = (strip.scrollLeft + 40) % (strip.scrollWidth - strip.clientWidth);
  }`,
  'entries are pointed at': `() => {
    const entries = document.querySelectorAll('[data-entry]');
    globalThis.pointed = ((globalThis.pointed ?? 0) + 7) % entries.length;
    entries[globalThis.pointed].dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
  }`,
};

/** Prints how smoothly a lens of 1,000 entries is drawn, beside an empty page in the same browser. */
export async function run(): Promise<void> {
  const server = await startBuiltServer();
  const browser = await openBrowser();
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const empty = await context.newPage();
    const notebook = new NotebookPage(await context.newPage());
    await notebook.page.goto(server.url);
    await notebook.connected();
    const [first = ''] = await notebook.page
      .locator('[data-cell]')
      .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-cell') ?? ''));
    await notebook.write(first, FILL);
    await notebook.run(first);
    const shown = await notebook.lens.locator('[data-entry]').count();
    const pending = await notebook.lens.locator('[data-pending]').count();
    const comparison = {
      page: notebook.page,
      empty,
      watched: WATCHED_MS,
      rounds: ROUNDS,
      goal: GOAL_FRAMES,
    };
    console.log(`${shown} entries and ${pending} pending entries in the lens`);
    printPaceHead('lens', comparison);
    for (const [name, scene] of Object.entries(SCENES)) await comparePace(comparison, name, scene);
    await notebook.write(first, WORK);
    await notebook.press(first);
    await notebook.hasStatus(first, 'running');
    const late = lateness(notebook.page);
    await comparePace(
      comparison,
      'a cell adds, delivers and acknowledges 20 a second',
      '() => undefined',
    );
    const times = await late;
    await notebook.press(first);
    const worst = times.at(-1) ?? Number.NaN;
    const middle = times[Math.floor(times.length / 2)] ?? Number.NaN;
    console.log(
      `\nAn entry of a running cell is in the lens after ${middle} ms (median of ${times.length}), at most ${worst} ms${worst > GOAL_LATE_MS ? ', too late' : ''}; the goal is ${GOAL_LATE_MS} ms.`,
    );
    if (notebook.problems.length > 0) throw new Error(notebook.problems.join('\n'));
  } finally {
    await browser.close();
    await server.close();
  }
}

/** How long after an entry was added it is in the lens, in ms, shortest first: an id begins with its time. */
function lateness(page: Page): Promise<number[]> {
  return page.evaluate<number[]>(
    `new Promise((resolve) => {
      const times = [];
      const seen = new Set();
      const look = () => {
        // What came while the other page was in front is not drawn until this one is.
        if (document.visibilityState !== 'visible') {
          times.begun = false;
          return;
        }
        for (const entry of [...document.querySelectorAll('[data-entry]')].slice(-10)) {
          const id = entry.getAttribute('data-entry');
          if (seen.has(id)) continue;
          seen.add(id);
          if (times.begun) times.push(Date.now() - Number(id.split('-')[0]));
        }
        times.begun = true;
      };
      const watch = new MutationObserver(look);
      watch.observe(document.querySelector('aside[aria-label="Stream lens"]'), { childList: true, subtree: true });
      setTimeout(() => {
        watch.disconnect();
        resolve([...times].sort((a, b) => a - b));
      }, ${2 * ROUNDS * WATCHED_MS});
    })`,
  );
}
