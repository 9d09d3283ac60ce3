import { expect, it } from 'vitest';
import { runTexts } from './support/run-texts.ts';
import { useSite, WIDE } from './support/use-site.ts';

const site = useSite();

const EIGHT_STREAMS = `
  import { Database } from 'walrus';
  const db = await Database.connect();
  for (const key of 'abcdefgh') await db.stream(key).add({ x: 1 });
`;

it('keeps a pinned stream at the top and in view, whatever else is changed', async () => {
  const notebook = await site.open({ reducedMotion: 'reduce' });
  await runTexts(notebook, EIGHT_STREAMS);
  const keys = () =>
    notebook.lens
      .locator('[data-stream]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-stream')));
  await expect.poll(keys).toEqual([...'abcdefgh']);
  const inView = async (key: string) => {
    const box = await notebook.lens.locator(`[data-stream="${key}"] h3`).boundingBox();
    return box !== null && box.y > 0 && box.y + box.height < WIDE.height;
  };
  // What is changed comes into view by itself.
  await runTexts(notebook, `await db.stream('h').add({ x: 2 });`);
  await expect.poll(() => inView('h')).toBe(true);
  expect(await inView('a')).toBe(false);

  await notebook.lens.getByRole('button', { name: 'Pin b' }).click();
  await expect.poll(keys).toEqual([...'bacdefgh']);
  await runTexts(notebook, `await db.stream('g').add({ x: 2 });`);
  await notebook.lens.locator('[data-stream="g"]').getByText('1 more').waitFor();
  expect(await inView('b')).toBe(true);
});

it('stays with what was changed last, though it was on its way elsewhere', async () => {
  const notebook = await site.open();
  await runTexts(notebook, EIGHT_STREAMS);
  await notebook.write('open-stream', `await db.stream('h').add({ x: 2 });`);
  expect(await notebook.run('open-stream')).toBe('ok');
  await notebook.write('add-entry', `await db.stream('c').add({ x: 2 });`);
  await notebook.code('connect').focus();
  const places = await notebook.page.evaluate(async () => {
    const find = (selector: string) => {
      const found = document.querySelector<HTMLElement>(selector);
      if (found === null) throw new Error(`There is no ${selector}.`);
      return found;
    };
    const lens = find('aside[aria-label="Stream lens"]');
    /** Resolves when the lens has stood still for many frames. */
    const rest = async () => {
      for (let still = 0, last = -1; still < 30; last = lens.scrollTop) {
        await new Promise(requestAnimationFrame);
        still = lens.scrollTop === last ? still + 1 : 0;
      }
      return lens.scrollTop;
    };
    await rest();
    lens.scrollTo({ top: 0, behavior: 'instant' });
    // It begins to scroll to where that cell has changed something: far below.
    find('[data-cell="open-stream"] [data-code]').focus();
    await new Promise((resolve) => lens.addEventListener('scroll', resolve, { once: true }));
    find('[data-cell="add-entry"] button[aria-label^="Run: "]').click();
    const changed = find('[data-stream="c"]');
    while (changed.querySelector('[data-mark]') === null) await new Promise(requestAnimationFrame);
    await rest();
    const { top, bottom } = find('[data-stream="c"] h3').getBoundingClientRect();
    return { top, bottom };
  });
  expect(places.top).toBeGreaterThan(0);
  expect(places.bottom).toBeLessThan(WIDE.height);
});
