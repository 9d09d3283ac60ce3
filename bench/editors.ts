import { NotebookPage } from '../test/browser/support/notebook-page.ts';
import { openBrowser } from '../test/support/browser.ts';
import { startBuiltServer } from './page/built-server.ts';
import { comparePace, printPaceHead } from './page/compare-pace.ts';

/** Cells on the page, the learner's own among them. */
const CELLS = 60;
/** Editors that are open at once, which is more than fit into a window. */
const OPEN = 10;
/** Frames that the page should draw for each that an empty page draws. */
const GOAL_FRAMES = 0.95;
const WATCHED_MS = 4000;
const ROUNDS = 3;

/** Up and down through the whole notebook, 30 pixels a frame, as a wheel that is turned fast. */
const SCROLL = `() => {
  const end = document.documentElement.scrollHeight - innerHeight;
  globalThis.way = ((globalThis.way ?? 0) + 30) % (2 * end);
  scrollTo({ top: globalThis.way < end ? globalThis.way : 2 * end - globalThis.way, behavior: 'instant' });
}`;

/** Prints how smoothly a page of many cells is scrolled and typed into, beside an empty page in the same browser. */
export async function run(): Promise<void> {
  const server = await startBuiltServer();
  const browser = await openBrowser();
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const empty = await context.newPage();
    const notebook = new NotebookPage(await context.newPage());
    const { page } = notebook;
    await page.goto(server.url);
    await notebook.connected();
    await notebook.laidOut();
    const slugs = () =>
      page
        .locator('[data-cell]')
        .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-cell') ?? ''));
    const lessonCells = await slugs();
    for (let own = lessonCells.length; own < CELLS; own += 1) {
      await notebook.code(lessonCells[own % lessonCells.length] ?? '').focus();
      await page.keyboard.press('b');
      await page.keyboard.press('Escape');
    }
    const comparison = { page, empty, watched: WATCHED_MS, rounds: ROUNDS, goal: GOAL_FRAMES };
    console.log(`${(await slugs()).length} cells`);
    printPaceHead('notebook', comparison);
    await comparePace(comparison, 'it is scrolled', SCROLL);
    for (const slug of lessonCells.slice(0, OPEN)) {
      await notebook.edit(slug);
      await notebook.code(slug).locator('.monaco-editor.focused').waitFor();
      await page.keyboard.press('Escape');
    }
    await comparePace(comparison, `it is scrolled, from ${OPEN} open editors on`, SCROLL);
    const [first = ''] = lessonCells;
    await page.bringToFront();
    await notebook.edit(first);
    await comparePace(comparison, 'somebody types into a cell', '() => undefined', () =>
      page.keyboard.type(' const x = db.stream("s");', { delay: 60 }),
    );
    if (notebook.problems.length > 0) throw new Error(notebook.problems.join('\n'));
  } finally {
    await browser.close();
    await server.close();
  }
}
