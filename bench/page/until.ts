import type { Page } from 'playwright-core';

/**
 * Resolves with the first frame in which a condition holds. Asked in the page: from outside, looking would
 * cost the page time, and strings are not evaluated where a policy forbids it.
 * @param condition source of an expression for the page's window
 */
export async function until(page: Page, condition: string): Promise<void> {
  await page.evaluate(
    `new Promise((resolve) => {
      const look = () => ((${condition}) ? resolve() : requestAnimationFrame(look));
      look();
    })`,
  );
}
