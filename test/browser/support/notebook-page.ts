import type { Locator, Page } from 'playwright-core';
import type { CellStatus } from '../../../src/notebook/cell-status.ts';

/** A row of the pending entries list as the lens shows it. */
export interface PendingRow {
  stream: string;
  /** The entry's fields as the lens names them, `message: hello`; null when the stream does not hold it any more. */
  entry: string | null;
  consumer: string;
  deliveries: number;
}

/** A selector that the browser searches by itself: else, each search looks at every element of the page. */
const light = (selector: string) => `css:light=${selector}`;
const anyOf = (...statuses: CellStatus[]) =>
  `:is(${statuses.map((status) => `[data-status="${status}"]`).join()})`;
const ENDED = anyOf('ok', 'error', 'stopped');
const GOING = anyOf('queued', 'running', 'blocked');

/** How long all cells of the notebook may take, in ms: some of them wait for seconds by themselves. */
const ALL_CELLS = 60_000;

const PASTED = `globalThis.pasted = new Promise((resolve) => {
  addEventListener('paste', () => setTimeout(resolve), { capture: true, once: true });
}); undefined`;

const WHOLE = `{
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('main > section { content-visibility: visible !important }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}`;

/** The text of a part as it is shown. Of what is far from the window, the browser says that it shows nothing. */
export function shownText(part: Locator): Promise<string> {
  return part.evaluate((element: HTMLElement) => {
    const lesson = element.closest<HTMLElement>('main > section');
    const former = lesson?.style.contentVisibility ?? '';
    lesson?.style.setProperty('content-visibility', 'visible');
    const text = element.innerText;
    lesson?.style.setProperty('content-visibility', former);
    return text;
  });
}

/**
 * The page as a person uses it, found by the hooks that the page promises. What is used all the time is not
 * found by its role: for that, the browser computes the style of everything on the page.
 */
export class NotebookPage {
  readonly page: Page;
  /** What went wrong in the browser: messages of errors, refused resources, broken policies. */
  readonly problems: string[] = [];

  /** True when cells become full editors; else they become plain text fields. */
  readonly hasEditor: boolean;

  constructor(page: Page, hasEditor = true) {
    this.page = page;
    this.hasEditor = hasEditor;
    page.on('console', (message) => {
      if (message.type() === 'error') this.problems.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.problems.push(`page: ${error.message}`));
    page.on('requestfailed', (request) => {
      // What is still being loaded when a page is left is given up.
      if (request.failure()?.errorText === 'net::ERR_ABORTED') return;
      this.problems.push(`failed: ${request.url()}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) {
        this.problems.push(`${response.status()}: ${response.url()}`);
      }
    });
  }

  /** Waits until the page has found its server. */
  async connected(): Promise<void> {
    // On small screens the button stands in a closed panel.
    const restart = this.page.locator('button:enabled', { hasText: /^\s*Restart\s*$/ });
    await restart.waitFor({ state: 'attached' });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  cell(slug: string): Locator {
    return this.page.locator(light(`[data-cell="${slug}"]`));
  }

  code(slug: string): Locator {
    return this.cell(slug).locator('[data-code]');
  }

  /** The text of a cell, as it is shown. */
  text(slug: string): Promise<string> {
    return shownText(this.code(slug));
  }

  /** The button that runs a cell, or stops it. */
  runButton(slug: string): Locator {
    return this.cell(slug).locator('button:is([aria-label^="Run: "], [aria-label^="Stop: "])');
  }

  banner(text: string): Locator {
    return this.page.locator('[role=status]', { hasText: text });
  }

  get lens(): Locator {
    return this.page.locator(light('aside[aria-label="Stream lens"]'));
  }

  /** Runs a cell, or stops it, and does not wait. */
  async press(slug: string): Promise<void> {
    await this.runButton(slug).click();
  }

  /** Runs a cell to its end, and gives the status that it ended with. */
  async run(slug: string): Promise<string | null> {
    await this.press(slug);
    return this.ended(slug);
  }

  /** Waits until a cell's run has ended, and gives its status. */
  async ended(slug: string): Promise<string | null> {
    await this.page.locator(light(`[data-cell="${slug}"]${ENDED}`)).waitFor();
    return this.cell(slug).getAttribute('data-status');
  }

  async hasStatus(slug: string, status: CellStatus): Promise<void> {
    await this.page.locator(light(`[data-cell="${slug}"][data-status="${status}"]`)).waitFor();
  }

  /** Presses "Run all" and waits until no cell is on its way any more; gives the statuses by cell. */
  async runAll(): Promise<Record<string, string>> {
    await this.page
      .locator(light('[role=toolbar]'))
      .getByRole('button', { name: 'Run all' })
      .click();
    return this.settled();
  }

  /** Waits until no cell is on its way any more; gives the statuses by cell. */
  async settled(): Promise<Record<string, string>> {
    const going = this.page.locator(light(`[data-cell]${GOING}`));
    await going.first().waitFor({ state: 'detached', timeout: ALL_CELLS });
    return Object.fromEntries(
      await this.page
        .locator('[data-cell]')
        .evaluateAll((cells) =>
          cells.map((cell): [string, string] => [
            cell.getAttribute('data-cell') ?? '',
            cell.getAttribute('data-status') ?? '',
          ]),
        ),
    );
  }

  /** Waits until all of the page has been laid out once, also what is far away. */
  async laidOut(): Promise<void> {
    await this.page.locator(light('html.live')).waitFor({ state: 'attached' });
  }

  /** Has all of the page laid out from now on, also what is far from the window. */
  async layOutWhole(): Promise<void> {
    await this.laidOut();
    await this.page.evaluate(WHOLE);
  }

  /** What stands under a cell, with the words that a screen reader says before each part. */
  async output(slug: string): Promise<string> {
    return (await shownText(this.cell(slug).locator('[data-output]'))).trim();
  }

  /** Puts the cursor into a cell's text. */
  async edit(slug: string): Promise<void> {
    await this.code(slug).focus();
    await this.page.keyboard.press('Enter');
    const within = `[data-cell="${slug}"] [data-code]:focus-within:not(:focus)`;
    await this.page.locator(light(within)).waitFor();
  }

  /** Replaces the text of a cell; where there is a full editor, by one that is pasted into it. */
  async write(slug: string, text: string): Promise<void> {
    await this.edit(slug);
    if (!this.hasEditor) {
      await this.code(slug).locator('textarea').fill(text);
      return;
    }
    // The plain field, which is there at once, hands over to the editor: wait for that one.
    await this.code(slug).locator('.monaco-editor.focused').waitFor();
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await this.page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text);
    // The browser asks the system for what is pasted: the key comes back before that does.
    await this.page.evaluate(PASTED);
    await this.page.keyboard.press('ControlOrMeta+V');
    await this.page.evaluate('globalThis.pasted');
  }

  /** All rows of the pending entries lists, in the order in which the lens shows them. */
  async pending(): Promise<PendingRow[]> {
    return this.lens.locator('[data-pending]').evaluateAll((rows) =>
      rows.map((row) => {
        const id = row.getAttribute('data-pending') ?? '';
        const stream = row.closest('[data-stream]');
        const name = stream?.querySelector(`[data-entry="${id}"]`)?.getAttribute('aria-label');
        return {
          stream: stream?.getAttribute('data-stream') ?? '',
          entry: name?.replace(`Entry ${id}, `, '') ?? null,
          consumer: row.getAttribute('data-consumer') ?? '',
          deliveries: Number(row.getAttribute('data-deliveries')),
        };
      }),
    );
  }
}
