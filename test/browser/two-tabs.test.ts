import { expect, it } from 'vitest';
import { NotebookPage } from './support/notebook-page.ts';
import { useSite } from './support/use-site.ts';

const site = useSite();
const EDITED_ELSEWHERE = 'Edited in another tab';
const noticeIn = (notebook: NotebookPage, slug: string) =>
  notebook.cell(slug).getByRole('group', { name: EDITED_ELSEWHERE });

/** Runs before the page's own scripts: tabs can be told to hear late of what others write. */
const CAN_HEAR_LATE = `addEventListener('storage', (event) => {
  if (!globalThis.hearsLate || !event.key.includes(':edit:')) return;
  event.stopImmediatePropagation();
  globalThis.hasMissed = true;
});`;

/** Waits until the last line of a cell ends so. */
const endsWith = (notebook: NotebookPage, slug: string, end: string) =>
  // The editor draws its lines in any order, and its blanks as those that do not break.
  expect
    .poll(async () => (await notebook.text(slug)).replaceAll('\u00a0', ' '))
    .toMatch(new RegExp(`${end}$`, 'm'));

/** Types at the end of a cell's text, and leaves the cursor there. */
async function typeAtEnd(notebook: NotebookPage, slug: string, text: string): Promise<void> {
  await notebook.edit(slug);
  const editor = notebook.hasEditor ? '.monaco-editor.focused' : 'textarea';
  await notebook.code(slug).locator(editor).waitFor();
  await notebook.page.keyboard.press('ControlOrMeta+End');
  await notebook.page.keyboard.type(text);
}

it.each([
  ['editors', false],
  ['plain fields', true],
])(
  'lets one tab go on with what was typed in another, whose cursor stays in it: %s',
  async (_, savesData) => {
    const one = await site.open({ savesData });
    const other = await site.openTab(one);
    await typeAtEnd(one, 'connect', ' // T1');
    await endsWith(other, 'connect', 'db; // T1');
    await one.page.keyboard.press('ArrowLeft');
    await typeAtEnd(other, 'connect', ' // T2');
    await endsWith(one, 'connect', 'db; // T1 // T2');

    // The cursor of the first tab is where it was, and what is typed there can be undone.
    await one.page.keyboard.type('!');
    await endsWith(other, 'connect', 'db; // T!1 // T2');
    await one.page.keyboard.press('ControlOrMeta+Z');
    await endsWith(other, 'connect', 'db; // T1 // T2');

    await one.page.reload();
    await one.connected();
    await endsWith(one, 'connect', 'db; // T1 // T2');
    expect(await noticeIn(one, 'connect').count()).toBe(0);
    expect(await noticeIn(other, 'connect').count()).toBe(0);
  },
);

it('shares edits and scratch cells among tabs, and keeps both texts where both type at once', async () => {
  const one = await site.open({ savesData: false });
  await one.page.context().addInitScript(CAN_HEAR_LATE);
  const other = await site.openTab(one);
  const text = (notebook: typeof one, slug: string) => expect.poll(() => notebook.text(slug));

  await one.write('connect', "'one'");
  await text(other, 'connect').toBe("'one'");
  await other.page.evaluate('globalThis.hearsLate = true');
  await one.write('connect', "'first'");
  await expect.poll(() => other.page.evaluate('globalThis.hasMissed')).toBe(true);
  await other.write('connect', "'second'");
  await text(other, 'connect').toBe("'second'");
  await other.page.evaluate('globalThis.hearsLate = false');
  const notice = noticeIn(one, 'connect');
  await notice.getByText("'second'").waitFor();
  await noticeIn(other, 'connect').waitFor();
  await text(one, 'connect').toContain('first');
  await text(other, 'connect').toContain('second');

  await notice.getByRole('button', { name: 'Keep mine' }).click();
  await notice.waitFor({ state: 'detached' });
  await text(other, 'connect').toContain('first');
  await other.cell('connect').getByRole('button', { name: 'Change over' }).click();
  await text(one, 'connect').toContain('second');

  const scratch = (notebook: typeof one) => notebook.page.locator('[data-cell^="scratch-"]');
  // By keyboard: the button is not seen before it is pointed at, and may move when it is.
  const add = (notebook: typeof one) =>
    notebook.button('Add a scratch cell after “Connect to Redis”').press('Enter');
  await add(one);
  await scratch(other).waitFor();
  await add(other);
  await expect.poll(() => scratch(one).count()).toBe(2);
  await scratch(one).first().getByRole('button', { name: 'Delete' }).click();
  await expect.poll(() => scratch(other).count()).toBe(1);
  await other.page.getByRole('button', { name: 'Bring it back' }).click();
  await expect.poll(() => scratch(one).count()).toBe(2);
  const names = (notebook: typeof one) =>
    scratch(notebook).evaluateAll((all) => all.map((cell) => cell.ariaLabel));
  expect(await names(one)).toEqual(await names(other));
});

it('shares the session with a tab that was made as its copy', async () => {
  const one = await site.open({ savesData: false });
  expect(await one.run('connect')).toBe('ok');
  const [copy] = await Promise.all([
    one.page.context().waitForEvent('page'),
    // A window that a page opens gets a copy of its sessionStorage, as a duplicated tab does.
    one.page.evaluate(() => void window.open(location.href)),
  ]);
  const two = new NotebookPage(copy);
  await two.connected();
  await two.hasStatus('connect', 'ok');
  expect(await two.run('open-stream')).toBe('ok');
  await one.hasStatus('open-stream', 'ok');
  expect(await one.run('add-entry')).toBe('ok');
  await two.hasStatus('add-entry', 'ok');
  await expect
    .poll(() => two.lens.locator('[data-stream="stream-a"] [data-entry]').count())
    .toBe(1);
});
