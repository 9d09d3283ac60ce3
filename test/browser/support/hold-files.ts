import type { Page } from 'playwright-core';

/** Lets no file of a name through to the page before it is told to. */
export async function hold(page: Page, files: string): Promise<() => void> {
  let letThrough = () => {};
  const isLetThrough = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route(files, async (route) => {
    await isLetThrough;
    await route.continue();
  });
  return letThrough;
}
