import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asJson, asText } from '../../server/log/format-record.ts';
import { LineLog } from '../../server/log/line-log.ts';
import type { RunningServer } from '../../server/server.ts';
import { killAll, OwnTemporaryFolder } from '../session/children.ts';
import { Page } from '../session/page.ts';
import { startTestServer } from '../support/server.ts';

/** Stands in everything that this file's learner writes. */
const CANARY = 'canary7713';

let temporary: OwnTemporaryFolder;
let server: RunningServer;
let page: Page;
const lines: string[] = [];
const events = () => lines.map((line): Record<string, unknown> => JSON.parse(line));

beforeAll(async () => {
  temporary = await OwnTemporaryFolder.make();
  const write = (line: string) => void lines.push(line);
  const log = new LineLog({ format: asJson, level: 'debug', withText: false, write });
  server = await startTestServer({ log, limits: { queuedRuns: 1, spares: 0 } });
  page = await Page.open(server.url);
});
afterAll(async () => {
  await server.close();
  await temporary.remove();
});

/** Cells that show, throw, store and send the canary in as many ways as there are. */
const CELLS = [
  `console.log('${CANARY}'); console.error('${CANARY}'); '${CANARY}'`,
  `throw new Error('${CANARY}')`,
  `throw '${CANARY}'`,
  `const ${CANARY} = (; // no syntax`,
  `import '${CANARY}'`,
  `enum E { ${CANARY} = ${CANARY} }`,
  `setTimeout(() => { throw new TypeError('${CANARY}') }, 0); await new Promise((r) => setTimeout(r, 20))`,
  `Promise.reject(new Error('${CANARY}'))`,
  `import { createClient } from 'redis';
   const client = await createClient().connect();
   await client.set('${CANARY}', '${CANARY}');
   await client.xAdd('s-${CANARY}', '*', { '${CANARY}': '${CANARY}' });
   await client.sendCommand(['XADD', '${CANARY}', '*', 'a', 'b'])`,
  `await client.sendCommand(['${CANARY}'])`,
  `await client.sendCommand(['CONFIG', 'SET', '${CANARY}', '1'])`,
  // What we ask of such an object inside the kernel fails with words of the learner's.
  `Object.defineProperty(globalThis, Symbol.for('x'), { get() { throw new Error('${CANARY}') } });
   new Proxy({}, { get() { throw new Error('${CANARY}') }, ownKeys() { throw new Error('${CANARY}') } })`,
  `throw new Proxy(new Error('${CANARY}'), { get() { throw new Error('${CANARY}') } })`,
  `class ${CANARY} extends Error { get stack() { throw new Error('${CANARY}') } get message() { throw '${CANARY}' } }
   throw new ${CANARY}()`,
];

describe('the log', () => {
  it('tells of a session what happened, with a part of its id only', async () => {
    await page.run('1 + 1');
    expect(events()).toContainEqual(
      expect.objectContaining({ event: 'cell-ended', status: 'ok', ms: expect.any(Number) }),
    );
    const opened = events().find(({ event }) => event === 'session-opened');
    expect(opened).toMatchObject({ level: 'info', found: 'new' });
    expect(page.session.startsWith(String(opened?.['session']))).toBe(true);
    expect(lines.join('\n')).not.toContain(page.session);
  });

  it('tells nothing that a learner has written, whatever happens to it', async () => {
    for (const source of CELLS) {
      const run = await page.run(source);
      expect([source, run.status]).not.toEqual([source, 'stopped']);
    }
    for (const message of [
      CANARY,
      `{"type":"${CANARY}"}`,
      `{"type":"run","${CANARY}":1}`,
      JSON.stringify({ type: 'stop', run: CANARY }),
      JSON.stringify({ type: 'rewind', to: CANARY }),
      JSON.stringify({
        type: 'run',
        run: CANARY,
        cell: CANARY,
        source: 'x'.repeat(300_000),
        turn: 'soon',
      }),
    ])
      await page.refusal(message);
    const lost = await Page.open(server.url, CANARY);
    // A room that comes when it is not wanted any more would be the one that a later test gets.
    await lost.until(() => lost.view.kernel.state === 'ready' || undefined);
    await lost.drop();
    await fetch(new URL(`/${CANARY}`, server.url), { headers: { Origin: `http://${CANARY}` } });

    const blocked = page.begin(
      `await client.xRead({ key: 'read-${CANARY}', id: '$' }, { BLOCK: 0 })`,
    );
    await page.untilRun(blocked, (run) => run.status === 'blocked');
    await page.refusal(
      JSON.stringify({ type: 'run', run: 'more', cell: CANARY, source: CANARY, turn: 'soon' }),
    );
    killAll(temporary.redises());
    await page.ended(blocked);
    killAll(temporary.kernels());
    await page.until(() => {
      const { kernel, redis } = page.view;
      const areBack =
        kernel.generation === 2 && kernel.state === 'ready' && redis.state === 'ready';
      return areBack || undefined;
    });

    const told = new Set(events().map(({ event }) => event));
    for (const event of ['cell-ended', 'limit-hit', 'redis-replaced', 'kernel-replaced'])
      expect(told).toContain(event);
    expect(lines.filter((line) => line.includes(CANARY))).toEqual([]);
  });

  it('tells a fault with the id that the learner was shown, so that it can be found', async () => {
    // Neither a kernel nor a Redis can be started any more: their folder is gone.
    await temporary.remove();
    const generation = page.view.kernel.generation;
    page.send({ type: 'restart' });
    const notice = await page.until(() => {
      const { kernel } = page.view;
      return kernel.generation > generation && kernel.state === 'failed'
        ? kernel.notice
        : undefined;
    });
    const id = /this is our fault \(id ([0-9a-f]{6})\)/.exec(String(notice))?.[1];
    expect(events()).toContainEqual(
      expect.objectContaining({
        event: 'fault',
        level: 'error',
        id,
        what: 'A kernel could not be started',
        session: page.session.slice(0, 6),
        error: expect.stringContaining('ENOENT'),
        at: expect.stringContaining('.ts:'),
      }),
    );
    const fault = events().findLast((event) => event['id'] === id);
    const text = asText({
      time: new Date(),
      level: 'error',
      event: 'fault',
      fields: { ...known(fault) },
    });
    expect(text).toContain(`id=${id}`);
  });
});

function known(fault: Record<string, unknown> | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fault ?? {}).map(([name, value]) => [name, String(value)]),
  );
}
