import { it } from 'vitest';
import { useSite } from './support/use-site.ts';

const site = useSite({ idleMs: 1500 });

it('says that a session was ended because nothing was done in it, and begins a new one', async () => {
  // Where scripts take longer than the session lasts, the page is never seen connected.
  const notebook = await site.visit();
  const ended = notebook.banner('nothing was run in it');
  await ended.waitFor();
  await ended.getByRole('button', { name: 'Begin again' }).click();
  await notebook.banner('this is a new one').waitFor();
});
