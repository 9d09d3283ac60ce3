import type { Page } from 'playwright-core';
import { NotebookPage } from '../../test/browser/support/notebook-page.ts';
import { startRoomServer } from '../room/room-server.ts';
import type { NotebookSite } from './notebook-site.ts';
import { until } from './until.ts';

const CODE = 'Date.now() + performance.now();';

/** The built Streambook, in a process of its own. */
export async function startStreambook(): Promise<NotebookSite> {
  const server = await startRoomServer({});
  return {
    name: 'Streambook',
    fresh: () => Promise.resolve(server.url),
    ready: (page) =>
      until(
        page,
        `document.querySelector('.services button:enabled') !== null &&
          document.querySelector('[data-cell="connect"]:is([data-status="queued"], [data-status="running"])') === null`,
      ),
    async prepare(page: Page) {
      const notebook = new NotebookPage(page);
      const slug = await page.locator('[data-cell]').first().getAttribute('data-cell');
      await notebook.write(slug ?? '', CODE);
      await page.keyboard.press('Escape');
    },
    press: `() => document.querySelector('[data-cell] .gutter button').click()`,
    cell: '[data-cell="connect"]',
    // What is said of the output of the run before stands beside it.
    output: '[data-output] .list > :not(.sr-only)',
    close: () => server.close(),
  };
}
