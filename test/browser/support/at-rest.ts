import type { Page } from 'playwright-core';

/** The page rests when nothing has moved it for so long, in ms and in frames: on a busy machine these come late. */
const STILL_MS = 400;
const STILL_FRAMES = 20;

/** Resolves when the page has been neither scrolled nor got another height for a moment. */
export function atRest(page: Page): Promise<void> {
  return page.evaluate(
    async ([ms, count]) => {
      const look = () => `${scrollY} ${document.documentElement.scrollHeight}`;
      let last = look();
      let since = performance.now();
      for (let frames = 0; frames < count || performance.now() - since < ms; frames++) {
        await new Promise(requestAnimationFrame);
        const now = look();
        if (now === last) continue;
        last = now;
        since = performance.now();
        frames = 0;
      }
    },
    [STILL_MS, STILL_FRAMES] as const,
  );
}
