import { expect, it } from 'vitest';
import { NARROW, useSite, WIDE } from './support/use-site.ts';
import { violations, violationsInBothThemes, violationsInDark } from './support/violations.ts';

const site = useSite();

it('breaks no rule of WCAG 2.2 AA in either theme, before and after everything was run', async () => {
  // No colour is measured while it is still changing.
  const notebook = await site.open({ savesData: false, reducedMotion: 'reduce' });
  const { page } = notebook;
  const contents = notebook.button('Contents');
  // All that is there before a run is there after it too, where it is looked at by every rule.
  expect(await violationsInDark(notebook)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });

  await page.setViewportSize(NARROW);
  await contents.waitFor();
  await notebook.runAll();
  await notebook.lens.getByRole('button', { name: /^Stream lens/ }).click();
  await notebook.lens.locator('[data-pending]').first().waitFor();
  expect(await violations(notebook)).toEqual([]);
  const results = ['[role="tabpanel"]', '[role="tablist"]', '#stream-lens'];
  expect(await violationsInDark(notebook, ...results)).toEqual([]);
  await page.setViewportSize(WIDE);
  await contents.waitFor({ state: 'hidden' });
  await notebook.write('connect', 'const b = ;');
  expect(await notebook.run('connect')).toBe('error');
  expect(await violationsInBothThemes(notebook, '[data-cell="connect"]')).toEqual([]);
});
