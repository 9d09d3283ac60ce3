import type { Browser, Page } from 'playwright-core';
import type { NotebookSite } from './notebook-site.ts';

/** What one first visit with an empty cache was like; times in ms from its beginning. */
export interface FirstVisit {
  paint: number;
  runnable: number;
  /** Bytes over the network, as they were sent, until the first cell could be run. */
  bytes: number;
  /** From the beginning to the first output, of a cell that was run as soon as it could be. */
  output: number;
  /** Bytes of all that the page has loaded when it has come to rest. */
  allBytes: number;
}

/** No cell of this benchmark takes so long, in ms. */
const PATIENCE_MS = 30_000;
/** Nothing more is loaded when nothing was for so long, in ms. */
const QUIET_MS = 3000;

/** Lets a page know whether it is preparing a frame: what is changed then is painted with that frame. */
const FRAMES = `{
  const request = requestAnimationFrame;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => (globalThis.isInFrame = false);
  globalThis.requestAnimationFrame = (call) =>
    request((time) => {
      globalThis.isInFrame = true;
      port2.postMessage(null);
      call(time);
    });
}`;

/** Opens a page that the browser has nothing of, runs its first cell, and leaves it open for more. */
export async function firstVisit(
  browser: Browser,
  site: NotebookSite,
): Promise<{ visit: FirstVisit; page: Page }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(FRAMES);
  const traffic = countTraffic(page);
  await page.goto(await site.fresh(), { waitUntil: 'commit' });
  await site.ready(page);
  const runnable = await page.evaluate<number>('performance.now()');
  const bytes = await traffic.sum();
  await runOnce(page, site);
  const output = await page.evaluate<number>('performance.now()');
  const paint = await page.evaluate<number>(
    'performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN',
  );
  await traffic.rest();
  return { visit: { paint, runnable, bytes, output, allBytes: await traffic.sum() }, page };
}

/** From a press to the frame in which its output stands on the screen, in ms. */
export function runOnce(page: Page, site: NotebookSite): Promise<number> {
  return page.evaluate<number>(
    `new Promise((resolve, reject) => {
      const cell = document.querySelector(${JSON.stringify(site.cell)});
      const shown = () =>
        [...cell.querySelectorAll(${JSON.stringify(site.output)})].map((part) => part.textContent).join('').trim();
      const before = shown();
      setTimeout(() => reject(new Error('The output stayed as it was: ' + before)), ${PATIENCE_MS});
      const began = performance.now();
      const watch = new MutationObserver(() => {
        const now = shown();
        if (now === '' || now === before) return;
        watch.disconnect();
        // The message comes after the frame was painted.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - began);
        if (globalThis.isInFrame) port2.postMessage(null);
        else requestAnimationFrame(() => port2.postMessage(null));
      });
      watch.observe(cell, { subtree: true, childList: true, characterData: true });
      (${site.press})();
    })`,
  );
}

interface Traffic {
  /** Bytes of all that has been loaded. */
  sum(): Promise<number>;
  /** Resolves when nothing has been loaded for a while. */
  rest(): Promise<void>;
}

function countTraffic(page: Page): Traffic {
  const sizes: Promise<number>[] = [];
  let last = performance.now();
  page.on('request', () => (last = performance.now()));
  page.on('requestfinished', (request) => {
    last = performance.now();
    sizes.push(
      request.sizes().then(
        ({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize,
        () => 0,
      ),
    );
  });
  return {
    sum: async () => (await Promise.all([...sizes])).reduce((total, size) => total + size, 0),
    async rest() {
      while (performance.now() - last < QUIET_MS)
        await new Promise((resolve) => setTimeout(resolve, 100));
    },
  };
}
