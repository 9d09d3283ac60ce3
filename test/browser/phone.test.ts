import { expect, it } from 'vitest';
import { NARROW, useSite } from './support/use-site.ts';

const site = useSite();

it('is used by touch alone: tools, tabs, and the lens as a sheet that is drawn up and shut', async () => {
  const notebook = await site.open({ viewport: NARROW, isMobile: true, hasTouch: true });
  const { page, lens } = notebook;
  const cell = notebook.cell('connect');
  const field = cell.getByRole('textbox');
  await notebook.code('connect').tap();
  await field.fill('const edited = 1;');
  await cell.getByRole('button', { name: 'Restore original' }).tap();
  await cell.getByRole('button', { name: 'Undo restore' }).tap();
  // A tap becomes a click only after the finger has gone.
  await expect.poll(() => field.inputValue()).toBe('const edited = 1;');
  await cell.getByRole('button', { name: 'Restore original' }).tap();
  for (const slug of ['connect', 'open-stream', 'add-entry']) {
    await notebook.runButton(slug).tap();
    expect(await notebook.ended(slug)).toBe('ok');
  }
  const added = notebook.cell('add-entry');
  await added.getByRole('tab', { name: /^Commands/ }).tap();
  await added.getByRole('link', { name: 'XADD' }).waitFor();
  await added.getByRole('button', { name: /^More/ }).tap();
  await page.getByRole('menuitem', { name: 'Restart and run to here…' }).tap();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).tap();
  await notebook.hasStatus('add-entry', 'ok');

  const entry = lens.locator('[data-stream="stream-a"] [data-entry]');
  const edge = lens.getByRole('button', { name: /^Stream lens/ });
  const at = async () => (await edge.boundingBox())?.y ?? 0;
  /** Draws the upper edge of the sheet to another height, as a finger does. */
  const draw = async (to: number) => {
    const box = await edge.boundingBox();
    const session = await page.context().newCDPSession(page);
    const x = (box?.x ?? 0) + 100;
    const from = (box?.y ?? 0) + 20;
    const touch = (type: 'touchStart' | 'touchMove', y: number) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x, y }] });
    await touch('touchStart', from);
    for (const part of [0.3, 0.6, 1]) await touch('touchMove', from + (to - from) * part);
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };
  await draw(300);
  await entry.waitFor();
  await expect.poll(at).toBeLessThan(340);
  await draw(500);
  await expect.poll(at).toBeGreaterThan(440);
  await draw(820);
  await entry.waitFor({ state: 'hidden' });
  // A key opens it at once, though the finger's drag has ended without a click.
  await edge.focus();
  await page.keyboard.press('Enter');
  await entry.waitFor();
});

it('shows all of itself in a window of 320 pixels, and has room for fingers', async () => {
  const notebook = await site.open({
    viewport: { width: 320, height: 640 },
    isMobile: true,
    hasTouch: true,
  });
  const { page } = notebook;
  expect(await notebook.runAll()).toMatchObject({ connect: 'ok' });
  const overhang = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(await overhang()).toBe(0);
  const small = await page.locator('button, a[href], input').evaluateAll((all) =>
    all
      .filter((one) => one.checkVisibility({ visibilityProperty: true }))
      // A link in running text, and an id in one, is as high as its line.
      .filter((one) => one.closest('.prose, p, h2, dd, [data-lit-id]') === null)
      .map((one) => ({ one, box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && (box.width < 24 || box.height < 24))
      .map(({ one, box }) => `${one.outerHTML.slice(0, 80)} ${box.width} × ${box.height}`),
  );
  expect(small).toEqual([]);
  await notebook.button('Contents').tap();
  expect(await overhang()).toBe(0);
});
