import type { Page } from 'playwright-core';

/** A notebook in the browser that is measured: Streambook, or its peer. */
export interface NotebookSite {
  readonly name: string;
  /** Address of a page that nobody has opened before, with one cell that shows the time. */
  fresh(): Promise<string>;
  /** Resolves when the page's first cell can be run, or run again. */
  ready(page: Page): Promise<void>;
  /** Puts the code that shows another value at each run into the first cell. */
  prepare(page: Page): Promise<void>;
  /** Source of a function for the page's window that runs the first cell. */
  readonly press: string;
  /** Selector of the first cell. */
  readonly cell: string;
  /** Where its output is: all elements in it that this selector finds. */
  readonly output: string;
  close(): Promise<void>;
}
