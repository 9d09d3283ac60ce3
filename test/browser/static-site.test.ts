import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { BrowserContext, Page } from 'playwright-core';
import sirv from 'sirv';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sharedBrowser } from '../support/browser.ts';
import { ROOT } from '../structure/project-files.ts';
import { brokenRules } from './support/axe.ts';
import { NotebookPage } from './support/notebook-page.ts';
import { WIDE } from './support/use-site.ts';

const run = promisify(execFile);
const ADDRESS = 'https://streams.school.example/course/';

/** The static site as somebody builds and serves it: from a folder of its host. */
let base: string;
let server: http.Server;
let home: string;
let context: BrowserContext | null = null;
const build = (...args: string[]) =>
  run(process.execPath, [path.join(ROOT, 'scripts/build-static.mjs'), ...args]);

beforeAll(async () => {
  base = await mkdtemp(path.join(os.tmpdir(), 'streambook-static-'));
  const { stdout } = await build('--out', path.join(base, 'course'), '--url', ADDRESS);
  expect(stdout).toContain('16 pages stand in');
  server = http.createServer(sirv(base)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  home = `http://127.0.0.1:${(server.address() as AddressInfo).port}/course/`;
});
afterEach(async () => {
  await context?.close();
  context = null;
});
afterAll(async () => {
  server.close();
  await rm(base, { recursive: true });
});

async function open(address: string, javaScriptEnabled: boolean): Promise<Page> {
  const browser = await sharedBrowser();
  context = await browser.newContext({ viewport: WIDE, javaScriptEnabled });
  const page = await context.newPage();
  await page.goto(new URL(address, home).href);
  return page;
}

/** Every page of the site by its folder, as it was written. */
async function pages(): Promise<Map<string, string>> {
  const names = await readdir(path.join(base, 'course'), { recursive: true });
  const files = names.filter((name) => name.endsWith('index.html'));
  const texts = files.map(async (name): Promise<[string, string]> => [
    name.slice(0, -'index.html'.length),
    await readFile(path.join(base, 'course', name), 'utf8'),
  ]);
  return new Map(await Promise.all(texts));
}

const found = (text: string, form: RegExp) => [...text.matchAll(form)].map(([, one]) => one ?? '');

describe('the static site', () => {
  it('has no two pages of one name, and no link that leads nowhere', async () => {
    const all = await pages();
    expect(all.size).toBe(16);
    const one = (form: RegExp) => [...all.values()].flatMap((text) => found(text, form));
    expect(new Set(one(/<title>(.*?)<\/title>/g)).size).toBe(16);
    expect(one(/<meta name="description" content="([^"]{40,})"/g)).toHaveLength(16);
    expect(one(/<h1[ >]/g)).toHaveLength(16);
    expect(one(/<link rel="canonical" href="([^"]+)"/g).sort()).toEqual(
      [...all.keys()].map((folder) => ADDRESS + folder).sort(),
    );
    const map = await readFile(path.join(base, 'course', 'sitemap.xml'), 'utf8');
    expect(found(map, /<loc>(.*?)<\/loc>/g)).toHaveLength(16);

    const ids = new Map(
      [...all].map(([folder, text]) => [folder, new Set(found(text, / id="([^"]+)"/g))]),
    );
    for (const [folder, text] of all) {
      for (const link of found(text, /<a [^>]*href="([^"]+)"/g)) {
        const { href, hash, origin } = new URL(link, ADDRESS + folder);
        if (origin !== new URL(ADDRESS).origin) continue;
        const target = ids.get(href.slice(ADDRESS.length).replace(/#.*/, ''));
        expect(target, `${link} in ${folder}`).toBeDefined();
        if (hash) expect(target?.has(hash.slice(1)), `${link} in ${folder}`).toBe(true);
      }
    }
  });

  it('can be read and copied without scripts, in both dialects', async () => {
    const page = await open('consumer-groups/', false);
    const cell = page.locator('[data-cell="read-one-each"]');
    expect(await cell.locator('pre').first().innerText()).toContain('cg.read({ count: 1 })');
    const recorded = cell.locator('[data-recorded]');
    expect(await recorded.innerText()).toContain('new for b');
    await cell.getByText('Commands').click();
    expect(await recorded.locator('ol').innerText()).toContain('XREADGROUP');
    await cell.locator('summary', { hasText: 'Changes' }).click();
    expect(await recorded.getByLabel('Changes').innerText()).toContain('cg-abc.c1');
    // What was recorded took no time that anybody knows, and was at none.
    expect(await recorded.locator('ol').innerText()).not.toMatch(/\d ms/);
    expect(await page.locator('#stream-lens').innerText()).not.toMatch(/since|seen|\bNow\b/);
    expect(await page.locator('[data-stream="stream-c"]').isVisible()).toBe(true);
    expect(await page.getByRole('button').count()).toBe(0);
    const exercise = page.locator('[data-cell="exercise-claim"] [data-exercise]');
    const solution = exercise.locator('pre').first();
    expect(await solution.isVisible()).toBe(false);
    await exercise.getByText('Show the solution').click();
    expect(await solution.innerText()).toContain('await dan.parcels.claim(');
    await exercise.getByText('Show the check').click();
    expect(await exercise.innerText()).toContain('Both parcels are pending');

    await page.getByRole('link', { name: 'node-redis' }).click();
    await expect.poll(() => page.url()).toBe(`${home}node-redis/consumer-groups/`);
    expect(await cell.locator('pre').first().innerText()).toContain('client.xReadGroup');
    expect(await cell.locator('pre span').count()).toBeGreaterThan(0);
    await exercise.getByText('Show the solution').click();
    expect(await solution.innerText()).toContain('await client.xClaim(');
    await page.getByRole('link', { name: /^Next/ }).click();
    await expect.poll(() => page.url()).toBe(`${home}node-redis/time-series/`);
  });

  it('shows the streams as they were after each cell, breaks no rule, and asks no server', async () => {
    const page = await open('consumer-groups/', true);
    const notebook = new NotebookPage(page);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    page.on('websocket', (socket) => asked.push(socket.url()));
    const cell = page.locator('[data-cell="read-one-each"]');
    // Exercises have streams of their own.
    const held = async () => {
      const rows = await notebook.pending();
      return rows
        .map(({ stream, entry }) => `${stream}: ${entry}`)
        .filter((text) => text.startsWith('stream-'));
    };
    expect(await held()).toEqual([]);
    await cell.getByRole('button', { name: 'Show the streams after it' }).click();
    await expect
      .poll(held)
      .toEqual([
        'stream-a: message: new a',
        'stream-b: message: new for b',
        'stream-c: message: c-0',
      ]);
    const slider = page.getByRole('slider', { name: 'Recorded moment that is shown' });
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/, recorded$/);
    await slider.focus();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(held).toEqual([]);
    await page.keyboard.press('End');
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('The end');

    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await Promise.all([
      cell.getByText('Copied').waitFor(),
      cell.getByRole('button', { name: 'Copy', exact: true }).click(),
    ]);
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
      'await cg.read({ count: 1 });',
    );
    expect(await brokenRules(page, [])).toEqual([]);
    // The sign in the tab, which comes when it comes, is a file of the site too.
    expect(asked.filter((path) => path !== '/course/favicon.svg')).toEqual([]);
    expect(notebook.problems).toEqual([]);
  });

  it('is not built over somebody else’s files, nor with an address that is none', async () => {
    const other = path.join(base, 'other');
    await writeFile(other, 'mine');
    await expect(build('--out', base)).rejects.toMatchObject({
      stderr: expect.stringContaining('holds something else') as unknown,
    });
    expect(await readFile(other, 'utf8')).toBe('mine');
    await expect(build('--url', 'streams.example')).rejects.toMatchObject({
      stderr: expect.stringContaining('--url needs a whole address') as unknown,
    });
  });
});
