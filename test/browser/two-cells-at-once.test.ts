import { beforeEach, expect, it } from 'vitest';
import type { NotebookPage } from './support/notebook-page.ts';
import { useSite } from './support/use-site.ts';
import { useVisit } from './support/use-visit.ts';

const visit = useVisit(useSite());
let notebook: NotebookPage;

/** A reader waits for the next entry of stream-a. */
beforeEach(async () => {
  ({ notebook } = visit);
  for (const slug of ['connect', 'open-stream']) expect(await notebook.run(slug)).toBe('ok');
  await notebook.press('wait-for-entry');
  await notebook.hasStatus('wait-for-entry', 'blocked');
});

async function wakeTheReader(): Promise<void> {
  expect(await notebook.run('wake-reader')).toBe('ok');
  expect(await notebook.ended('wait-for-entry')).toBe('ok');
  expect(await notebook.output('wait-for-entry')).toMatch(/1 entry[^]*\d-\d+\s+wake up$/);
}

it('shows what a cell is blocked on, and wakes it from another one', async () => {
  const words = notebook.cell('wait-for-entry').getByText('Blocked on XREAD stream-a');
  await words.waitFor();
  expect(await notebook.runButton('wait-for-entry').getAttribute('aria-label')).toMatch(/^Stop\b/);
  await wakeTheReader();
  await words.waitFor({ state: 'detached' });
});

it('finds the cell still blocked after a reload, and wakes it then', async () => {
  await notebook.page.reload();
  await notebook.hasStatus('wait-for-entry', 'blocked');
  await notebook.cell('wait-for-entry').getByText('Blocked on XREAD stream-a').waitFor();
  await wakeTheReader();
});

it('stops a blocked cell, and leaves the others as they are', async () => {
  await notebook.press('wait-for-entry');
  expect(await notebook.ended('wait-for-entry')).toBe('stopped');
  expect(await notebook.run('wake-reader')).toBe('ok');
  await notebook.hasStatus('wait-for-entry', 'stopped');
});
