import { expect, it } from 'vitest';
import { useSite } from './support/use-site.ts';

const site = useSite({ drainMs: 600_000 });

it('says that the server is being restarted, lets a cell finish, and comes back by itself', async () => {
  const notebook = await site.open();
  await notebook.write('connect', "await new Promise((done) => setTimeout(done, 1e6)); 'mine'");
  await notebook.press('connect');
  await notebook.hasStatus('connect', 'running');
  const { port } = site.server;
  const drained = site.server.drain(new AbortController().signal);
  const banner = notebook.banner('The server is being restarted by whoever runs it');
  await banner.waitFor();
  await expect.poll(() => banner.innerText()).toContain('A cell that is running may still finish.');
  // Another cell is not begun any more, and says why.
  await notebook.press('open-stream');
  await notebook.cell('open-stream').getByText('The server is being restarted').waitFor();

  await notebook.press('connect');
  await drained;
  await notebook.hasStatus('connect', 'stopped');
  await site.server.close();
  await notebook.button('Try now').waitFor();
  await expect.poll(() => banner.innerText()).not.toContain('may still finish');

  await site.startServer(port);
  await notebook.connected();
  await banner.waitFor({ state: 'detached' });
  await notebook.banner('Your session has ended on the server').waitFor();
  await expect.poll(() => notebook.text('connect')).toContain('mine');
  await notebook.write('connect', "'back'");
  expect(await notebook.run('connect')).toBe('ok');

  // The browser logs every attempt that finds no server, and nothing else has gone wrong.
  const others = notebook.problems.filter((text) => !/ERR_CONNECTION_REFUSED|: 503/.test(text));
  expect(others).toEqual([]);
  notebook.problems.length = 0;
});
