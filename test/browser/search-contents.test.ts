import { expect, it } from 'vitest';
import { NARROW, useSite } from './support/use-site.ts';
import { useVisit } from './support/use-visit.ts';

const site = useSite();
const visit = useVisit(site);

it('finds cells, prose and code from the keyboard, and leads there', async () => {
  const { notebook } = visit;
  const { page } = notebook;
  const { keyboard } = page;
  const contents = page.getByRole('navigation', { name: 'Contents' });
  const field = page.getByRole('searchbox', { name: 'Search the notebook' });
  const links = () => contents.getByRole('link').allInnerTexts();
  const all = await links();
  await notebook.code('connect').focus();
  await keyboard.press('/');
  await field.and(page.locator(':focus')).waitFor();

  // Code that the learner has changed is found as it is now, under the title of its lesson.
  await keyboard.type('maxlength 10 exactly');
  await page.getByRole('status').getByText('1 place found.').waitFor();
  expect(await links()).toEqual([
    expect.stringMatching(/^Basic operations/),
    expect.stringMatching(/Cell:\s+Trim exactly/),
  ]);
  expect(await contents.locator('mark').allInnerTexts()).toEqual(['exactly', 'maxLength', '10']);
  await contents.getByRole('link', { name: 'Trim exactly' }).click();
  await notebook.code('trim-exact').and(page.locator(':focus')).waitFor();
  await expect.poll(() => page.url()).toMatch(/#cell-trim-exact$/);

  // Prose has no address of its own: the paragraph is shown and has the focus.
  await keyboard.press('/');
  await keyboard.type('crashes in between');
  await contents.getByRole('link', { name: 'crashes in between' }).click();
  await page.locator('.prose li:focus').getByText('Reading is destructive').waitFor();

  await field.focus();
  await field.fill('no such words');
  await page.getByRole('status').getByText('Nothing found.').waitFor();
  await keyboard.press('Escape');
  expect(await links()).toEqual(all);
  await keyboard.press('Escape');
  await notebook.code('trim-exact').and(page.locator(':focus')).waitFor();
});

it('follows links to cells, and goes back and forward', async () => {
  const { notebook } = visit;
  const { page } = notebook;
  const focused = (slug: string) => notebook.code(slug).and(page.locator(':focus')).waitFor();
  await page.goto(`${site.server.url}#cell-pending-a`);
  await focused('pending-a');
  await page.reload();
  await notebook.connected();
  await page.goto(`${site.server.url}#cell-follow`);
  await focused('follow');
  const isBelowBar = () =>
    notebook.cell('follow').evaluate((cell) => {
      const bar = document.querySelector('[role="toolbar"]')?.getBoundingClientRect();
      return bar !== undefined && cell.getBoundingClientRect().top >= bar.bottom;
    });
  await expect.poll(isBelowBar).toBe(true);
  await page.goBack();
  await focused('pending-a');
  await page.goForward();
  await focused('follow');
});

it('searches on a phone, and gets out of the way of what was found', async () => {
  const notebook = await site.open({ viewport: NARROW, isMobile: true, hasTouch: true });
  const { page } = notebook;
  await notebook.button('Contents').tap();
  await page.getByRole('searchbox').fill('ten days');
  await page
    .getByRole('link', { name: /Ten days|ten days/ })
    .first()
    .tap();
  await page.getByRole('searchbox').waitFor({ state: 'hidden' });
  await expect.poll(() => page.url()).toContain('#');
});
