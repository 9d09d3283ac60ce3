import { expect, it } from 'vitest';
import { NARROW, useSite, WIDE } from './support/use-site.ts';
import { violations } from './support/violations.ts';

const site = useSite();

it.each(['light', 'dark'] as const)(
  'breaks no rule of WCAG 2.2 AA in %s, before and after everything was run',
  async (colorScheme) => {
    // No colour is measured while it is still changing.
    const notebook = await site.open({ savesData: false, colorScheme, reducedMotion: 'reduce' });
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
