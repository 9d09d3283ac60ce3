import { expect, it } from 'vitest';
import { useSite } from './support/use-site.ts';

const site = useSite({ sessions: 1, detachedMs: 100 });

it('says that it is full, and lets the next one in when somebody has left', async () => {
  const first = await site.open();
  expect(await first.run('connect')).toBe('ok');
  const second = await site.visit();
  await second.banner('The server is full').waitFor();
  // Reading and editing work meanwhile.
  await second.write('connect', "'my turn';");

  await first.page.context().close();
  await second.connected();
  await second.banner('The server is full').waitFor({ state: 'detached' });
  expect(await second.run('connect')).toBe('ok');
  expect(await second.output('connect')).toContain('my turn');
});
