import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Learner } from '../support/learner.ts';
import { startTestServer } from '../support/server.ts';
import { isRunning, OwnTemporaryFolder } from './children.ts';
it('leaves nothing when it is closed while a learner’s kernel is starting', async () => {
  const temporary = await OwnTemporaryFolder.make();
  const server = await startTestServer({ limits: { spares: 0 } });
  const learner = new Learner(server);
  // Nothing else of this process is done between a look and the next one but one turn of its event loop.
  while (temporary.children().length < 2) await nextTurn();
  const children = temporary.children();
  expect(learner.view.kernel.state).toBe('starting');
  await server.close();
  expect(children.filter(isRunning)).toEqual([]);
  expect(temporary.left()).toEqual([]);
  await temporary.remove();
});
