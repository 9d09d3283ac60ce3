import { expect, it } from 'vitest';
import type { NotebookPage } from './support/notebook-page.ts';
import { NARROW, useSite } from './support/use-site.ts';
import { useVisit } from './support/use-visit.ts';

const visit = useVisit(useSite(), { viewport: NARROW, isMobile: true, hasTouch: true });

/** How far the page can be scrolled sideways, in CSS pixels. */
function overhang({ page }: NotebookPage): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

it('runs cells and shows what they did in a sheet', async () => {
  const { notebook } = visit;
  expect(await overhang(notebook)).toBe(0);
  for (const slug of ['connect', 'open-stream', 'add-entry', 'range-from']) {
    await notebook.runButton(slug).tap();
    await notebook.ended(slug);
  }
  expect(await notebook.output('add-entry')).toMatch(/^Printed:\s+\d{13}-\d+$/);
  expect(await overhang(notebook)).toBe(0);

  const entry = notebook.lens.locator('[data-stream="stream-a"] [data-entry]');
  await expect.poll(() => entry.isVisible()).toBe(false);
  await notebook.lens.getByRole('button', { name: /^Stream lens/ }).tap();
  await entry.waitFor();
  expect(await entry.getAttribute('aria-label')).toContain('message: hello, streams');
  await expect
    .poll(() => notebook.lens.locator('[data-detail]').innerText())
    .toContain('hello, streams');
  expect(await overhang(notebook)).toBe(0);
  await notebook.lens.getByRole('button', { name: /^Stream lens/ }).tap();
  await entry.waitFor({ state: 'hidden' });
});

it('edits a cell in a plain text field', async () => {
  const { notebook } = visit;
  await notebook.code('id-is-time').tap();
  const field = notebook.cell('id-is-time').getByRole('textbox');
  await field.fill(`const wide = '${'streams '.repeat(40)}';\nwide.length;`);
  expect(await overhang(notebook)).toBe(0);
  await notebook.cell('id-is-time').getByText('edited', { exact: true }).waitFor();
  await notebook.runButton('id-is-time').tap();
  expect(await notebook.ended('id-is-time')).toBe('ok');
  expect(await notebook.output('id-is-time')).toMatch(/Value:\s+320$/);
});

it('finds a lesson in the contents', async () => {
  const { notebook } = visit;
  await notebook.button('Contents').tap();
  await notebook.page
    .getByRole('navigation', { name: 'Contents' })
    .getByRole('link', { name: /^Time series/ })
    .tap();
  const title = notebook.page.getByRole('heading', { name: 'Time series', exact: true });
  // It is not hidden behind the bars that stay in view.
  const isReadable = () =>
    title.evaluate((heading) => {
      const { top } = heading.getBoundingClientRect();
      const bar = document.querySelector('[role="toolbar"]')?.getBoundingClientRect();
      return bar !== undefined && top >= bar.bottom && top < innerHeight / 2;
    });
  await expect.poll(isReadable).toBe(true);
});
