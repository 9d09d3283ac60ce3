import { expect, it } from 'vitest';
import { atRest } from './support/at-rest.ts';
import type { NotebookPage } from './support/notebook-page.ts';
import { useSite } from './support/use-site.ts';

const site = useSite();

/** How far a cell is below the top of the window. */
const top = (notebook: NotebookPage, slug: string) =>
  notebook.cell(slug).evaluate((cell) => Math.round(cell.getBoundingClientRect().top));

async function reads(notebook: NotebookPage, slug: string): Promise<number> {
  await notebook.page.evaluate((to) => (location.hash = `#cell-${to}`), slug);
  await notebook.code(slug).and(notebook.page.locator(':focus')).waitFor();
  await atRest(notebook.page);
  return top(notebook, slug);
}

/** Waits until the page rests with a cell where it was: while a lesson above gets another height, it is moved. */
async function stays(notebook: NotebookPage, slug: string, before: number, within: number) {
  await atRest(notebook.page);
  await expect
    .poll(async () => Math.abs((await top(notebook, slug)) - before))
    .toBeLessThan(within);
}

it('stays at the cell that is read when the lens is drawn open and shut beside it', async () => {
  const notebook = await site.open({ viewport: { width: 1000, height: 800 } });
  const before = await reads(notebook, 'pending-c');
  const width = () => notebook.page.locator('main').evaluate((main) => main.clientWidth);
  const wide = await width();
  const edge = notebook.lens.getByRole('button', { name: /^Stream lens/ });
  await edge.click();
  await expect.poll(width).toBeLessThan(wide);
  await stays(notebook, 'pending-c', before, 3);
  await edge.click();
  await expect.poll(width).toBe(wide);
  await stays(notebook, 'pending-c', before, 3);
});

it('stays at the cell that is read when the window gets another width', async () => {
  const notebook = await site.open({ viewport: { width: 1440, height: 900 } });
  const before = await reads(notebook, 'pending-c');
  for (const width of [720, 390, 1440]) {
    await notebook.page.setViewportSize({ width, height: 700 });
    await expect.poll(() => notebook.page.evaluate(() => innerWidth)).toBe(width);
    // What stays at the top of the window is of another height there.
    await stays(notebook, 'pending-c', before, 60);
  }
});
