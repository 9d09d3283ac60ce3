import { expect, it } from 'vitest';
import { cellsOf } from '../../core/lesson/cells-of.ts';
import { readTutorial } from '../tutorial/read-tutorial.ts';
import { openBrowser } from '../support/browser.ts';
import { NotebookPage } from './support/notebook-page.ts';
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

it('tells a screen reader of every lesson, also of those that are far away', async () => {
  // As if one were there: without it, Chromium leaves out what it has not laid out.
  const browser = await openBrowser('--force-renderer-accessibility');
  try {
    const notebook = new NotebookPage(await browser.newPage({ viewport: WIDE }));
    await notebook.page.goto(site.server.url);
    await notebook.connected();
    await notebook.laidOut();
    const inspector = await notebook.page.context().newCDPSession(notebook.page);
    const { nodes } = await inspector.send('Accessibility.getFullAXTree');
    const named = (role: string) =>
      nodes.filter((node) => node.role?.value === role).map(({ name }) => String(name?.value));
    const lessons = readTutorial();
    expect(named('heading')).toEqual(expect.arrayContaining(lessons.map(({ title }) => title)));
    const cells = lessons.flatMap((lesson) => cellsOf(lesson));
    expect(named('button').filter((name) => name.startsWith('Run: '))).toHaveLength(cells.length);
  } finally {
    await browser.close();
  }
});
