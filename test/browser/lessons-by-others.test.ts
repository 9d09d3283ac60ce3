import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { startDev, type StartedDev } from '../lessons/started-dev.ts';
import { writeCourse } from '../lessons/written-course.ts';
import { NotebookPage } from './support/notebook-page.ts';
import { SAVES_DATA } from './support/saves-data.ts';

let folder: string;
let dev: StartedDev;
let browser: Browser;
beforeAll(async () => {
  folder = await writeCourse();
  [dev, browser] = await Promise.all([startDev(folder), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await dev.stop();
  await rm(folder, { recursive: true, force: true });
});

it('a course in another folder is served, and every change of it is seen at once', async () => {
  const context = await browser.newContext();
  context.setDefaultTimeout(20_000);
  // The first page of a server for development waits until all that it loads was prepared.
  context.setDefaultNavigationTimeout(90_000);
  await context.addInitScript(SAVES_DATA);
  const notebook = new NotebookPage(await context.newPage(), false);
  const { page } = notebook;
  await page.goto(dev.url);

  // It is a whole notebook, under its own name.
  await expect.poll(() => page.title()).toBe('Streambook: Greetings in Redis');
  await expect.poll(() => page.locator('h1').innerText()).toBe('Greetings in Redis');
  await notebook.connected();
  await notebook.run('connect');
  await notebook.run('say-hello');
  await expect.poll(() => notebook.output('say-hello')).toContain('1');

  // What is kept is the course's own; work of another one is not mixed in.
  const kept = () => page.evaluate(() => Object.keys(localStorage).toSorted());
  expect(await kept()).toEqual(
    ['connect', 'say-hello'].map((slug) => `streambook@greetings:progress:1:${slug}`),
  );
  const chooser = page.waitForEvent('filechooser');
  await notebook.button('Load work from a file').click();
  const other = { format: 'streambook-work', version: 2, savedAt: '', edits: [], scratch: [] };
  const work = { ...other, progress: [], unreadable: [], course: { id: null, title: 'Streams' } };
  const named = { name: 'work.json', mimeType: 'application/json' };
  await (await chooser).setFiles({ ...named, buffer: Buffer.from(JSON.stringify(work)) });
  await page.getByText('“work.json” holds work of another course, “Streams”').waitFor();

  // Every change loads the page again; this waits until the new one would hear of the next change.
  const loadedBy = async (change: () => Promise<void>) => {
    const again = page.waitForEvent('console', (said) => said.text() === '[vite] connected.');
    await change();
    await again;
  };

  // A lesson that is saved is there without a reload by hand; the session stays.
  const file = path.join(folder, '01-greetings.md');
  const text = await readFile(file, 'utf8');
  const lesson = page.locator('section#greetings');
  await loadedBy(() =>
    writeFile(file, text.replace('Every program begins', 'Each program begins')),
  );
  await expect.poll(() => lesson.innerText()).toContain('Each program begins');
  await notebook.hasStatus('say-hello', 'ok');

  // A mistake is told with its place, above the page and in the terminal.
  await writeFile(file, text.replace('cell=say-hello title=', 'cell=say-hello titel='));
  const line = text.split('\n').findIndex((row) => row.includes('cell=say-hello title=')) + 1;
  const overlay = page.locator('vite-error-overlay .message-body');
  const told = `01-greetings.md:${line}: the attribute "titel" is not known here`;
  await expect.poll(() => overlay.innerText()).toContain(told);
  await expect.poll(() => dev.printed()).toContain(told);
  await loadedBy(async () => void (await page.reload()));
  await expect.poll(() => overlay.innerText()).toContain(told);

  // Mended, it is gone; a file that is added, renamed or removed is a change like any other.
  await loadedBy(() => writeFile(file, text));
  await expect.poll(() => lesson.innerText()).toContain('Every program begins');
  await expect.poll(() => overlay.count()).toBe(0);
  const added = path.join(folder, '03-more.md');
  const renamed = path.join(folder, '03-less.md');
  await loadedBy(() => writeFile(added, '---\ntitle: More\n---\n\nThere is more.\n'));
  await expect.poll(() => page.locator('section#more').count()).toBe(1);
  await loadedBy(() => rename(added, renamed));
  await expect.poll(() => page.locator('section#less').count()).toBe(1);
  await loadedBy(() => rm(renamed));
  await expect.poll(() => page.locator('section#less').count()).toBe(0);
  await context.close();
});
