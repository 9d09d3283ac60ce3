import { afterAll, afterEach, beforeEach, expect } from 'vitest';
import type { NotebookPage } from './notebook-page.ts';
import { WIDE, type Site, type VisitOptions } from './use-site.ts';

/** One visit to the site that several tests share. */
export interface SharedVisit {
  /** The page that is open. Whatever earlier tests have run or written may still be there. */
  readonly notebook: NotebookPage;
}

interface SharedVisitOptions extends VisitOptions {
  /** What is done once, when the page has been opened. */
  begin?: (notebook: NotebookPage) => Promise<void>;
}

/**
 * Gives the tests of a file, or of a `describe`, one page to share: a new one costs a session, a kernel
 * and a Redis, and has to be laid out. Every test finds the window, the theme and the motion that are
 * asked for here, and fails when anything goes wrong in the page meanwhile. After one that has failed the
 * page is opened anew, so that what that one left fails no other.
 */
export function useVisit(site: Site, options: SharedVisitOptions = {}): SharedVisit {
  const { begin, ...visitor } = options;
  const { viewport, colorScheme = 'light', reducedMotion = 'no-preference' } = visitor;
  let notebook: NotebookPage | null = null;
  const leave = async () => {
    await notebook?.page.context().close();
    notebook = null;
  };
  beforeEach(async () => {
    if (notebook === null) {
      notebook = site.keep(await site.open(visitor));
      await begin?.(notebook);
    }
    await notebook.page.setViewportSize(viewport ?? WIDE);
    await notebook.page.emulateMedia({ colorScheme, reducedMotion });
  });
  afterEach(async ({ task }) => {
    const problems = notebook?.problems.splice(0);
    if (task.result?.state === 'fail') await leave();
    expect(problems).toEqual([]);
  });
  afterAll(leave);
  return {
    get notebook() {
      if (!notebook) throw new Error('The visit has not begun.');
      return notebook;
    },
  };
}
