import { expect, it } from 'vitest';
import { useSite } from './support/use-site.ts';

const site = useSite();

it('explains to every open page that the server has begun anew, keeps what they wrote, and runs it again', async () => {
  const [busy, reading] = await Promise.all([site.open(), site.open()]);
  await busy.write('connect', 'await new Promise(() => setTimeout(() => 0, 1e6)); // mine');
  await busy.press('connect');
  await busy.hasStatus('connect', 'running');
  await reading.write('open-stream', "'written while all was well';");
  expect(await reading.run('connect')).toBe('ok');

  const { port } = site.server;
  await site.server.close();
  for (const page of [busy, reading])
    await page.banner('The connection to the server is lost').waitFor();
  await site.startServer(port);

  for (const page of [busy, reading]) {
    await page.banner('Your session has ended on the server').waitFor();
    await page.connected();
    await page
      .banner('Your session has ended on the server')
      .getByRole('button', { name: 'Run all', exact: true })
      .waitFor();
  }
  // An open editor writes its spaces in another way.
  await expect.poll(() => busy.text('connect')).toMatch(/\/\/\smine/);
  await expect.poll(() => reading.text('open-stream')).toMatch(/written\swhile\sall\swas\swell/);
  await busy.hasStatus('connect', 'stale');
  await busy.write('connect', "'again';");
  expect(await busy.run('connect')).toBe('ok');
  expect(await reading.run('open-stream')).toBe('ok');

  // The browser logs every attempt that finds no server, and nothing else has gone wrong.
  for (const page of [busy, reading]) {
    expect(page.problems.filter((text) => !text.includes('ERR_CONNECTION_REFUSED'))).toEqual([]);
    page.problems.length = 0;
  }
});
