import { expect, it } from 'vitest';
import { hold } from './support/hold-files.ts';
import { useSite } from './support/use-site.ts';
import { useVisit } from './support/use-visit.ts';

const site = useSite();
const visit = useVisit(site);

/** The lessons that are not laid out now. */
const AWAY = `[...document.querySelectorAll('main > section')]
  .filter((lesson) => !lesson.firstElementChild.checkVisibility({ contentVisibilityAuto: true }))
  .map(({ id }) => id)`;

/** The lessons that stand with another height than they have when they are laid out. */
const WRONG = `{
  const lessons = [...document.querySelectorAll('main > section')];
  const heights = lessons.map(({ offsetHeight }) => offsetHeight);
  const whole = new CSSStyleSheet();
  whole.replaceSync('main > section { content-visibility: visible !important }');
  const sheets = [...document.adoptedStyleSheets];
  document.adoptedStyleSheets = [...sheets, whole];
  const wrong = lessons.filter(({ offsetHeight }, index) => offsetHeight !== heights[index]);
  document.adoptedStyleSheets = sheets;
  wrong.map(({ id }) => id)
}`;

it('asks for its session while the page’s scripts are still being loaded, and asks once', async () => {
  const { notebook } = visit;
  const { page } = notebook;
  let sockets = 0;
  page.on('websocket', () => (sockets += 1));
  const letThrough = await hold(page, '**/assets/index-*.js');
  // Listened to from the moment at which it is opened: the welcome may come at once.
  const welcomed = new Promise<void>((resolve) =>
    page.once('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => {
        if (String(payload).includes('"type":"welcome"')) resolve();
      }),
    ),
  );
  const reloaded = page.reload();
  await welcomed;
  letThrough();
  await reloaded;
  await notebook.connected();
  expect(await notebook.run('connect')).toBe('ok');
  expect(sockets).toBe(1);
  await page.unrouteAll();
});

it('asks once, too, when the script that does it early comes late', async () => {
  const { notebook } = visit;
  const { page } = notebook;
  let sockets = 0;
  page.on('websocket', () => (sockets += 1));
  const letThrough = await hold(page, '**/assets/early-*.js');
  const reloaded = page.reload();
  await notebook.connected();
  letThrough();
  await reloaded;
  expect(await notebook.run('connect')).toBe('ok');
  expect(sockets).toBe(1);
  await page.unrouteAll();
});

it('lays out what is far below when nothing goes on, and at once when it is opened there', async () => {
  const notebook = await site.open();
  const isLaidOut = () =>
    notebook.page.evaluate<boolean>('document.documentElement.classList.contains("live")');
  await expect.poll(isLaidOut).toBe(true);
  const far = notebook.cell('follow');
  const inView = () => far.evaluate((cell) => cell.getBoundingClientRect().top < innerHeight);
  expect(await inView()).toBe(false);
  await notebook.page.goto(`${site.server.url}#cell-follow`);
  await notebook.page.reload();
  await expect.poll(inView).toBe(true);
});

it('sets aside what is far away, and knows how high it is: after a run there, and with another width', async () => {
  const notebook = await site.open();
  const { page } = notebook;
  await notebook.laidOut();
  const away = () => page.evaluate<string[]>(AWAY);
  const wrong = () => page.evaluate<string[]>(WRONG);
  const height = () =>
    page.evaluate<number>(`document.querySelector('#processing-data').offsetHeight`);
  const atFirst = await height();
  await expect.poll(away).toContain('processing-data');
  await expect.poll(wrong).toEqual([]);

  // Nobody looks at it, so that the browser does not lay it out by itself.
  const far = notebook.cell('follow');
  await page.evaluate(`document.querySelector('[data-cell="follow"] .gutter button').click()`);
  await expect.poll(() => far.getAttribute('data-status')).toBe('error');
  await expect.poll(height).toBeGreaterThan(atFirst);
  await expect.poll(wrong).toEqual([]);
  const afterRun = await height();

  await page.setViewportSize({ width: 1300, height: 900 });
  await expect.poll(height).not.toBe(afterRun);
  await expect.poll(wrong).toEqual([]);
  await expect.poll(away).toContain('processing-data');
});

it('knows how high it is also when all was laid out for a moment meanwhile, as for printing', async () => {
  const notebook = await site.open();
  const { page } = notebook;
  await notebook.laidOut();
  const wrong = () => page.evaluate<string[]>(WRONG);
  const heightOfLast = () =>
    page.evaluate<number>(`document.querySelector('main > section:last-of-type').offsetHeight`);
  await expect.poll(wrong).toEqual([]);
  const atFirst = await heightOfLast();
  // In each moment in which nothing goes on, just before the page makes use of it.
  await page.evaluate(`globalThis.often = true;
    requestIdleCallback(function look() {
      ${WRONG}
      if (globalThis.often) requestIdleCallback(look);
    });`);
  await page.setViewportSize({ width: 1300, height: 900 });
  await expect.poll(heightOfLast).not.toBe(atFirst);
  await page.evaluate('globalThis.often = false');
  await expect.poll(wrong).toEqual([]);
});

it('knows how high it is also when its letters come late', async () => {
  const notebook = await site.visit();
  const { page } = notebook;
  const letThrough = await hold(page, '**/*.woff2');
  const reloaded = page.reload();
  await notebook.connected();
  await notebook.laidOut();
  const heightOfLast = () =>
    page.evaluate<number>(`document.querySelector('main > section:last-of-type').offsetHeight`);
  const atFirst = await heightOfLast();
  letThrough();
  await reloaded;
  await expect.poll(heightOfLast).not.toBe(atFirst);
  await expect.poll(() => page.evaluate<string[]>(WRONG)).toEqual([]);
});

it('knows how high it is also when what was recorded comes late', async () => {
  const notebook = await site.visit({ savesData: false });
  const { page } = notebook;
  const letThrough = await hold(page, '**/assets/recorded-*');
  await page.reload();
  await notebook.connected();
  await notebook.laidOut();
  expect(await page.evaluate<string[]>(WRONG)).toEqual([]);
  letThrough();
  await notebook.cell('worker').locator('[data-recorded]').waitFor({ state: 'attached' });
  await expect.poll(() => page.evaluate<string[]>(WRONG)).toEqual([]);
});

it('takes up a cell when it is touched, or was changed, though there is no time for all of them', async () => {
  const notebook = await site.visit();
  const { page } = notebook;
  // As long as there is no server, the rest is not taken up.
  await page.routeWebSocket('**/session*', () => undefined);
  await page.reload();
  const far = notebook.cell('follow');
  await Promise.all([
    far.getByRole('button', { name: 'Copied' }).waitFor(),
    far.getByRole('button', { name: 'Copy', exact: true }).click(),
  ]);
  await notebook.write('range-all', 'her own text');
  await page.reload();
  // It is shown, and taken up, without being touched.
  await notebook.code('range-all').getByText('her own text').waitFor();
});
