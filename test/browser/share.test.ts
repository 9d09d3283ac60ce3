import { expect, it } from 'vitest';
import { useSite } from './support/use-site.ts';
import { violationsInBothThemes } from './support/violations.ts';

const site = useSite();

it('shares the text of a cell by a link, and shows it before anything becomes of it', async () => {
  const sharer = await site.open();
  await sharer.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await sharer.page.getByRole('button', { name: /^node-redis/ }).dispatchEvent('click');
  await sharer.write('connect', "const text = 'shared “ä”';\ntext;");
  await sharer.page.keyboard.press('Escape');
  const copied = async (slug: string) => {
    await sharer.page.evaluate(() => navigator.clipboard.writeText(''));
    await sharer.cell(slug).getByRole('button', { name: /^More/ }).click();
    await sharer.page.getByRole('menuitem', { name: 'Copy link to this text' }).click();
    await sharer.page.getByText('The link is copied.').waitFor();
    return sharer.page.evaluate(() => navigator.clipboard.readText());
  };
  const link = await copied('connect');
  expect(link).toMatch(/\?dialect=node-redis#shared=1\.cell\.connect\.[\w-]+$/);

  const other = await site.open();
  const { page } = other;
  await page.getByRole('button', { name: /^node-redis/ }).dispatchEvent('click');
  await other.write('connect', "'mine';");
  await page.keyboard.press('Escape');
  await page.goto('about:blank');
  await page.goto(link);
  await other.connected();
  const notice = other.cell('connect').locator('[data-shared]');
  await notice.getByText('Somebody shared this text with you.').waitFor();
  await notice.getByText("const text = 'shared “ä”';").waitFor();
  await notice.getByText("'mine';").waitFor();
  expect(await violationsInBothThemes(other, '#cell-connect')).toEqual([]);
  expect(await other.text('connect')).toBe("'mine';");
  await other.cell('connect').getByText('Not run', { exact: true }).waitFor();
  await notice.getByRole('button', { name: 'Take it over' }).click();
  await notice.waitFor({ state: 'detached' });
  expect(await page.evaluate(() => location.hash)).toBe('#cell-connect');
  await expect.poll(() => other.text('connect')).toContain('shared “ä”');
  await other.cell('connect').getByText('Not run', { exact: true }).waitFor();
  // The text of before can be had back.
  await other.cell('connect').getByRole('button', { name: 'Change over' }).click();
  await expect.poll(() => other.text('connect')).toBe("'mine';");

  // The same link again, into a cell of its own; then one that nobody can read.
  await page.goto('about:blank');
  await page.goto(link);
  await other.connected();
  await notice.getByRole('button', { name: 'Put it in a scratch cell' }).click();
  const own = page.getByRole('region', { name: 'Shared text of “Connect' });
  await own.getByText('Not run', { exact: true }).waitFor();
  expect(await own.locator('[data-code]').innerText()).toContain('shared “ä”');
  for (const [fragment, words] of [
    ['shared=1.cell.connect.AAAA', 'is damaged'],
    ['shared=9.cell.connect.AwA', 'another version of this page'],
    ['shared=1.cell.gone.AwA', 'a cell “gone”, which this notebook does not have'],
  ] as const) {
    await page.evaluate((hash) => (location.hash = hash), fragment);
    const banner = other.banner(words);
    await banner.getByRole('button', { name: 'Dismiss' }).click();
    await banner.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => location.hash)).toBe('');
  }
  expect(await other.text('connect')).toBe("'mine';");
});
