import { expect, it } from 'vitest';
import { useSite } from './support/use-site.ts';

const site = useSite({ sessions: 1, detachedMs: 100 });

it('says that it is full and how many are ahead, and lets them in when somebody has left', async () => {
  const first = await site.open();
  expect(await first.run('connect')).toBe('ok');
  const second = await site.visit();
  await second.banner('The server is full: you are the next to get in').waitFor();
  const third = await site.visit();
  await third.banner('The server is full: 1 person is ahead of you').waitFor();
  // Reading and editing work meanwhile.
  await second.write('connect', "'my turn';");
  await third.page.getByText('Waiting for a place').waitFor();

  await first.page.context().close();
  await second.connected();
  await second.banner('The server is full').waitFor({ state: 'detached' });
  expect(await second.run('connect')).toBe('ok');
  expect(await second.output('connect')).toContain('my turn');
  await third.banner('The server is full: you are the next to get in').waitFor();

  await second.page.context().close();
  await third.connected();
  expect(await third.run('connect')).toBe('ok');
});
