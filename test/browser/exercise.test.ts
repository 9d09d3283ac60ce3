import { expect, it } from 'vitest';
import { cellsOf } from '../../core/lesson/cells-of.ts';
import { readTutorial } from '../tutorial/read-tutorial.ts';
import { shownText } from './support/notebook-page.ts';
import { useSite } from './support/use-site.ts';
import { violations } from './support/violations.ts';

const site = useSite();
const lesson = readTutorial().find((one) => cellsOf(one).some(({ exercise }) => exercise));
const cell = lesson && cellsOf(lesson).find(({ exercise }) => exercise);

it('an exercise is tried, looked up, taken back and solved, and stays solved', async () => {
  if (!lesson || !cell) throw new Error('no lesson has an exercise');
  const { slug } = cell;
  const notebook = await site.open();
  const { page } = notebook;
  await notebook.laidOut();
  const foot = notebook.cell(slug).locator('[data-exercise]');
  const inContents = page.locator(`nav a[href="#${lesson.slug}"]`);
  await expect.poll(() => shownText(foot)).toContain('Exercise: Not solved yet');
  await expect.poll(() => inContents.innerText()).toMatch(/0 of \d exercises solved/);

  // As it stands it runs well, and does less than is asked for.
  await notebook.run('connect');
  expect(await notebook.run(slug)).toBe('ok');
  await expect.poll(() => shownText(foot)).toContain('Exercise: Not yet');
  const spoken = page.locator('p.sr-only[aria-live="polite"]');
  await expect.poll(() => spoken.innerText()).toContain('Exercise not solved yet: ');

  // The solution can be put into the cell, and one's own text back.
  await foot.getByText('Show the solution').click();
  await foot.getByRole('button', { name: 'Put it into the cell' }).click();
  const text = () => notebook.text(slug);
  const plain = (code: string) => code.replace(/\s+/g, ' ').trim();
  const solution = plain(cell.exercise?.solution.walrus ?? '');
  await expect.poll(async () => plain(await text())).toBe(solution);
  await foot.getByRole('button', { name: 'Put my text back' }).click();
  await expect.poll(async () => plain(await text())).toBe(plain(cell.code.walrus));
  await foot.getByText('Show the check').click();
  await expect.poll(() => shownText(foot)).toContain('return');
  expect(await violations(notebook, `[data-cell="${slug}"]`, 'nav')).toEqual([]);

  await foot.getByRole('button', { name: 'Put it into the cell' }).click();
  expect(await notebook.run(slug)).toBe('ok');
  await expect.poll(() => shownText(foot)).toContain('Exercise: Solved');
  await expect.poll(() => spoken.innerText()).toContain('Exercise solved.');
  await expect.poll(() => inContents.innerText()).toMatch(/1 of \d exercises solved/);

  await page.reload();
  await notebook.connected();
  await expect.poll(() => inContents.innerText()).toMatch(/1 of \d exercises solved/);
  await expect.poll(() => foot.getAttribute('data-exercise')).toBe('solved');
});
