import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../../server/server.ts';
import { OwnTemporaryFolder } from '../session/children.ts';
import { Learner } from '../support/learner.ts';
import { startTestServer } from '../support/server.ts';
import { family } from './family.ts';

/** Longer than a kernel whose event loop turns may take to answer. */
const HELD_UP_MS = 400;

let temporary: OwnTemporaryFolder;
let server: RunningServer;
let learner: Learner;
beforeAll(async () => {
  temporary = await OwnTemporaryFolder.make();
  server = await startTestServer({ limits: { spares: 0 } });
  learner = new Learner(server);
  await learner.run(
    "import { createClient } from 'redis';\nconst client = await createClient().connect();\nlet kept = 42;",
  );
});
afterAll(async () => {
  await server.close();
  await temporary.remove();
});

describe('a kernel that gets no time on a busy machine just when a cell is stopped', () => {
  it.each([
    ['sleeps', 'await new Promise((done) => setTimeout(done, 1e6))'],
    ['is blocked', "await client.xRead({ key: 'none', id: '$' }, { BLOCK: 0 })"],
    [
      'reads again and again',
      "for (;;) { try { await client.xRead({ key: 'none', id: '$' }, { BLOCK: 0 }) } catch {} }",
    ],
    ['asks again and again', 'for (;;) { try { await client.ping() } catch {} }'],
  ])('keeps variables and connections: the cell %s', async (_, source) => {
    const id = learner.begin(`console.log('begun');\n${source}`);
    await learner.until(({ runs }) => runs.find((run) => run.id === id && run.outputs.length > 0));
    const processes = temporary.kernels().flatMap(({ pid }) => family(pid));
    for (const pid of processes) process.kill(pid, 'SIGSTOP');
    const stopping = learner.session.stop(id);
    await pause(HELD_UP_MS);
    for (const pid of processes) process.kill(pid, 'SIGCONT');
    await stopping;

    // It did not compute: its code was not ended.
    expect(await learner.ended(id)).toMatchObject({ status: 'stopped', notices: [] });
    const after = await learner.run('[kept, await client.ping()]');
    expect(after).toMatchObject({ error: null, value: "[ 42, 'PONG' ]" });
    expect(learner.view.kernel.generation).toBe(1);
  });
});

describe('a kernel that dies on a busy machine', () => {
  it('says of what it died, although its connection is gone long before its process', async () => {
    const id = learner.begin(
      `console.log('begun'); await new Promise((done) => setTimeout(done, 1e6))`,
    );
    await learner.until(({ runs }) => runs.find((run) => run.id === id && run.outputs.length > 0));
    const [kernel] = temporary.kernels();
    const processes = family(kernel?.pid ?? 0);
    // What stands around it hears of its end only later.
    process.kill(processes[0] ?? 0, 'SIGSTOP');
    process.kill(processes.at(-1) ?? 0, 'SIGKILL');
    await pause(HELD_UP_MS);
    process.kill(processes[0] ?? 0, 'SIGCONT');
    const { status, notices } = await learner.ended(id);
    expect([status, notices]).toEqual(['error', [expect.stringContaining('SIGKILL')]]);
  });
});
