import { expect, it } from 'vitest';
import { axe } from './support/axe.ts';
import type { NotebookPage } from './support/notebook-page.ts';
import { NARROW, useSite, WIDE } from './support/use-site.ts';

const site = useSite();
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What breaks a rule, each with its place on the page. */
async function violations(notebook: NotebookPage): Promise<string[]> {
  const { violations } = await axe(notebook)
    .options({ runOnly: { type: 'tag', values: WCAG }, resultTypes: ['violations'] })
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}

it.each(['light', 'dark'] as const)(
  'breaks no rule of WCAG 2.2 AA in %s, before and after everything was run',
  async (colorScheme) => {
    // No colour is measured while it is still changing.
    const notebook = await site.open({ colorScheme, reducedMotion: 'reduce' });
    const { page } = notebook;
    const contents = notebook.button('Contents');
    expect(await violations(notebook)).toEqual([]);

    await page.setViewportSize(NARROW);
    await contents.waitFor();
    await notebook.runAll();
    await notebook.lens.getByRole('button', { name: /^Stream lens/ }).click();
    await notebook.lens.locator('[data-pending]').first().waitFor();
    expect(await violations(notebook)).toEqual([]);
    await page.setViewportSize(WIDE);
    await contents.waitFor({ state: 'hidden' });
    await notebook.write('connect', 'const b = ;');
    expect(await notebook.run('connect')).toBe('error');
    expect(await violations(notebook)).toEqual([]);
  },
);

it('can be used by keyboard alone', async () => {
  const notebook = await site.open();
  const { keyboard } = notebook.page;
  const focused = (slug: string) => notebook.code(slug).and(notebook.page.locator(':focus'));
  for (let tabs = 0; (await focused('connect').count()) === 0; tabs++) {
    expect(tabs).toBeLessThan(60);
    await keyboard.press('Tab');
  }
  await keyboard.press('Enter');
  await notebook.code('connect').locator('.monaco-editor.focused').waitFor();
  await keyboard.press('ControlOrMeta+A');
  await keyboard.type('const typed = 6 * 7;\ntyped;');
  await keyboard.press('Escape');
  await focused('connect').waitFor();
  await keyboard.press('Shift+Enter');
  expect(await notebook.ended('connect')).toBe('ok');
  expect(await notebook.output('connect')).toMatch(/Value:\s+42$/);
  await focused('open-stream').waitFor();

  // Tab walks on: it is caught by no editor.
  await keyboard.press('Tab');
  await focused('open-stream').waitFor({ state: 'detached' });
  await notebook.page.locator('[aria-live="polite"]').getByText('Connect to Redis: OK').waitFor();
});
