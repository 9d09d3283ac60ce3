import { once } from 'node:events';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { PROTOCOL } from '../../core/protocol/version.ts';
import type { RunningServer } from '../../server/server.ts';
import { killAll, OwnTemporaryFolder } from '../session/children.ts';
import { Page } from '../session/page.ts';
import { startTestServer } from '../support/server.ts';
import { parseMetrics } from './parse-metrics.ts';

let temporary: OwnTemporaryFolder;
let server: RunningServer;
let page: Page;
beforeAll(async () => {
  temporary = await OwnTemporaryFolder.make();
  server = await startTestServer({ limits: { sessions: 1, queuedRuns: 2 } });
  page = await Page.open(server.url);
});
afterAll(async () => {
  await server.close();
  await temporary.remove();
});

async function ask(
  headers: Record<string, string> = {},
): Promise<{ status: number; body: string }> {
  const sent = request({ host: '127.0.0.1', port: server.port, path: '/metrics', headers });
  sent.end();
  const [response] = await once(sent, 'response');
  let body = '';
  for await (const chunk of response) body += String(chunk);
  return { status: response.statusCode, body };
}

/** The value of a metric as it is now. @throws Error when the text is not what Prometheus reads */
async function read(key: string): Promise<number> {
  const { status, body } = await ask();
  expect(status).toBe(200);
  for (const { values } of parseMetrics(body).values()) {
    const value = values.get(key);
    if (value !== undefined) return value;
  }
  throw new Error(`there is no ${key} in ${body}`);
}

/** Waits until a metric is 1. */
const until = (key: string) => vi.waitUntil(async () => (await read(key)) === 1, 20_000);

describe('/metrics', () => {
  it('counts cells by how they ended, and how long they took', async () => {
    await page.run('1 + 1');
    await page.run('throw new Error("no")');
    const endless = page.begin('await new Promise(() => setInterval(() => {}, 1000))');
    await page.untilRun(endless, (run) => run.status === 'running');
    page.send({ type: 'stop', run: endless });
    await page.ended(endless);
    expect(await read('streambook_cells_total{status="ok"}')).toBe(1);
    expect(await read('streambook_cells_total{status="error"}')).toBe(1);
    expect(await read('streambook_cells_total{status="stopped"}')).toBe(1);
    expect(await read('streambook_cell_duration_seconds_count')).toBe(2);
    expect(await read('streambook_cell_duration_seconds_bucket{le="60"}')).toBe(2);
  });

  it('tells what is there now', async () => {
    expect(await read('streambook_sessions')).toBe(1);
    expect(await read('streambook_sessions_limit')).toBe(1);
    expect(await read('streambook_pages')).toBe(1);
    await until('streambook_rooms_warm');
    expect(await read('streambook_rooms')).toBe(2);
    expect(await read('streambook_room_start_seconds_count')).toBe(2);
    expect(await read('process_resident_memory_bytes')).toBeGreaterThan(1e7);
    expect(await read('process_cpu_seconds_total')).toBeGreaterThan(0);
    const sent = await read('streambook_sent_bytes_total');
    await page.run('"x".repeat(100_000)');
    expect(await read('streambook_sent_bytes_total')).toBeGreaterThan(sent + 10_000);
  });

  it('counts limits by their name', async () => {
    const other = await Page.connect(server.url);
    await other.ask({ type: 'hello', protocol: PROTOCOL, session: null });
    expect(await read('streambook_sessions_waiting')).toBe(1);
    await other.drop();
    expect(await read('streambook_limits_hit_total{limit="sessions"}')).toBe(1);
    const runs = ['a', 'b', 'c'].map((id) => page.begin('await new Promise(() => {})', id));
    await page.until(() => page.messages.find((message) => message.type === 'refused'));
    expect(await read('streambook_limits_hit_total{limit="queuedRuns"}')).toBe(1);
    for (const run of runs.slice(0, 2).reverse()) page.send({ type: 'stop', run });
    await Promise.all(runs.slice(0, 2).map((run) => page.ended(run)));
  });

  it('counts kernels and Redis servers that had to be replaced', async () => {
    killAll(temporary.kernels());
    await until('streambook_kernel_restarts_total{reason="ended"}');
    killAll(temporary.redises());
    await until('streambook_redis_restarts_total{reason="ended"}');
    expect(await read('streambook_kernel_restarts_total{reason="memory"}')).toBe(0);
  });

  it('is not told to anybody else: not through a proxy, and not to a page of another site', async () => {
    for (const name of ['X-Forwarded-For', 'Forwarded', 'X-Real-IP', 'Via'])
      expect((await ask({ [name]: '127.0.0.1' })).status).toBe(403);
    expect((await ask({ Origin: 'https://evil.example' })).status).toBe(403);
    expect((await ask({ Host: 'evil.example' })).status).toBe(403);
  });
});
