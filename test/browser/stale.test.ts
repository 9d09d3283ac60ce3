import { expect, it } from 'vitest';
import { useSite } from './support/use-site.ts';

const site = useSite();

it('marks what depends on a cell above that was run again or edited, and says which', async () => {
  const notebook = await site.open();
  const slugs = ['connect', 'open-stream', 'add-entry', 'id-is-time', 'add-more'];
  // From top to bottom, twice: the second time every cell is run anew, and nothing stays stale.
  for (let round = 1; round <= 2; round++) {
    for (const slug of slugs) expect(await notebook.run(slug)).toBe('ok');
    for (const slug of slugs) await notebook.hasStatus(slug, 'ok');
  }
  const says = (slug: string, text: string) => notebook.cell(slug).getByText(text).waitFor();

  expect(await notebook.run('add-entry')).toBe('ok');
  // The one uses its variable, the other only the same stream.
  await says('id-is-time', 'Stale: “Add an entry” above was run again');
  await says('add-more', 'Stale: “Add an entry” above was run again');
  await notebook.hasStatus('open-stream', 'ok');
  expect(await notebook.run('id-is-time')).toBe('ok');
  expect(await notebook.run('add-more')).toBe('ok');

  await notebook.write('open-stream', "const stream = db.stream('stream-b');");
  await says('open-stream', 'Stale: edited since it ran');
  await says('add-entry', 'Stale: “Make a Stream object” above was edited');
  await says('id-is-time', 'Stale: “Make a Stream object” above was edited');
  await notebook.hasStatus('connect', 'ok');
  await notebook.cell('open-stream').getByRole('button', { name: 'Restore original' }).click();
  for (const slug of slugs) await notebook.hasStatus(slug, 'ok');
});
