import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { silentLog } from '../../../server/log/log.ts';
import { startServer, type RunningServer, type ServerOptions } from '../../../server/server.ts';
import { sharedBrowser } from '../../support/browser.ts';
import { KERNEL_FOLDER } from '../../support/kernel-folder.ts';
import { NotebookPage } from './notebook-page.ts';
import { SAVES_DATA } from './saves-data.ts';

/** How long anything on the page may take, in ms: only what is broken takes so long. */
const PATIENCE = 20_000;

export const WIDE = { width: 1440, height: 900 };
export const NARROW = { width: 390, height: 844 };

/** Of the browser that somebody comes with; `savesData` is told at `Site.visit`. */
export type VisitOptions = BrowserContextOptions & { savesData?: boolean };

/** The site of a test file: the built page, a server with real kernels and Redis, and a browser, shared with other files. */
export class Site {
  readonly #limits: ServerOptions['limits'];
  #server: RunningServer | null = null;
  #browser: Browser | null = null;
  #visits: NotebookPage[] = [];

  constructor(limits: ServerOptions['limits']) {
    this.#limits = limits;
  }

  get server(): RunningServer {
    if (!this.#server) throw new Error('The server has not been started.');
    return this.#server;
  }

  get browser(): Browser {
    if (!this.#browser) throw new Error('The browser is not there yet.');
    return this.#browser;
  }

  async startServer(port = 0): Promise<void> {
    // As in production, with the content security policy.
    this.#server = await startServer({
      port,
      host: '127.0.0.1',
      clientDir: fileURLToPath(new URL('../../../dist/client', import.meta.url)),
      kernelDir: KERNEL_FOLDER,
      log: silentLog,
      // Few visits come at once: what more spares cost is better spent.
      limits: { spares: 1, mostSpares: 1, ...this.#limits },
    });
  }

  async findBrowser(): Promise<void> {
    this.#browser = await sharedBrowser();
  }

  /**
   * Opens the page as somebody who has not been here before. Unless `savesData` is false, their browser
   * is to load little: cells become plain text fields, and the editor costs the other tests no time.
   */
  async visit({ savesData = true, ...options }: VisitOptions = {}): Promise<NotebookPage> {
    const context = await this.browser.newContext({ viewport: WIDE, ...options });
    context.setDefaultTimeout(PATIENCE);
    if (savesData) await context.addInitScript(SAVES_DATA);
    const notebook = new NotebookPage(await context.newPage(), !savesData);
    this.#visits.push(notebook);
    await notebook.page.goto(this.server.url);
    return notebook;
  }

  /** Opens the page and waits until cells can be run. */
  async open(options: VisitOptions = {}): Promise<NotebookPage> {
    const notebook = await this.visit(options);
    await notebook.connected();
    return notebook;
  }

  /** Opens the page in another tab of the same browser, and waits until cells can be run. */
  async openTab(beside: NotebookPage): Promise<NotebookPage> {
    const notebook = new NotebookPage(await beside.page.context().newPage(), beside.hasEditor);
    this.#visits.push(notebook);
    await notebook.page.goto(this.server.url);
    await notebook.connected();
    return notebook;
  }

  /** Lets a page stay open when the test ends; whoever keeps it closes it, and looks at its `problems`. */
  keep(notebook: NotebookPage): NotebookPage {
    this.#visits = this.#visits.filter((visit) => visit !== notebook);
    return notebook;
  }

  /** Closes what a test has opened and does not keep; gives what went wrong in its pages. */
  async leave(): Promise<string[]> {
    const visits = this.#visits;
    this.#visits = [];
    for (const { page } of visits) await page.context().close();
    return visits.flatMap(({ problems }) => problems);
  }

  async close(): Promise<void> {
    await this.#server?.close();
  }
}

/**
 * Gives a test file a site, and every test a clean browser. A test fails when anything went wrong in
 * one of its pages, unless it has emptied their `problems`.
 */
export function useSite(limits: ServerOptions['limits'] = {}): Site {
  const site = new Site(limits);
  beforeAll(async () => {
    await Promise.all([site.startServer(), site.findBrowser()]);
  });
  afterEach(async () => {
    expect(await site.leave()).toEqual([]);
  });
  afterAll(() => site.close());
  return site;
}
