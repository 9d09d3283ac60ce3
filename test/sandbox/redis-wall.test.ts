import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sandboxFor } from '../../server/sandbox/sandbox-for.ts';
import { RunFolder } from '../../server/state/run-folder.ts';
import { startLearnerRedis, type LearnerRedis } from '../redis/instance.ts';
import { wholeSandbox } from './support/confined.ts';

let started: LearnerRedis;
let stranger: Server;
let port: string;
let visits = 0;

beforeAll(async () => {
  await wholeSandbox();
  started = await startLearnerRedis();
  stranger = createServer((client) => {
    visits++;
    client.destroy();
  }).listen(0, '127.0.0.1');
  await once(stranger, 'listening');
  const address = stranger.address();
  port = String(typeof address === 'object' && address ? address.port : 0);
});
afterAll(async () => {
  stranger.close();
  await started.close();
});

/** As the user who may do everything: what is refused is refused by the wall. */
const admin = (...command: string[]) =>
  started.redis.admin.sendCommand(command).then(String, (error: Error) => error.message);

describe('the wall around redis-server', () => {
  it('lets nobody move a key to another server', async () => {
    await admin('SET', 'key', 'value');
    expect(await admin('MIGRATE', '127.0.0.1', port, 'key', '0', '500')).toMatch(/^IOERR|^ERR/);
    expect(await admin('GET', 'key')).toBe('value');
    expect(visits).toBe(0);
  });

  it('lets nobody make it the replica of another', async () => {
    await admin('REPLICAOF', '127.0.0.1', port);
    // Redis tries about once a second.
    await setTimeout(1500);
    expect(await admin('INFO', 'replication')).toContain('master_link_status:down');
    await admin('REPLICAOF', 'NO', 'ONE');
    expect(visits).toBe(0);
    expect(await admin('GET', 'key')).toBe('value');
  });

  it('starts no process and listens nowhere else', async () => {
    expect(await admin('BGSAVE')).toMatch(/fork|ERR/i);
    expect(await admin('CONFIG', 'SET', 'port', '6399')).toMatch(/^ERR/);
    expect(await admin('GET', 'key')).toBe('value');
  });

  it('has bounds of its own, and is nobody on the machine', () => {
    const pid = redisInside(started.redis.pid ?? 0);
    const limits = readFileSync(`/proc/${pid}/limits`, 'utf8');
    expect(limits).toMatch(/Max data size +293601280 +293601280/);
    expect(limits).toMatch(/Max file size +1048576 +1048576/);
    expect(limits).toMatch(/Max core file size +0 +0/);
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    if (process.getuid?.() === 0) expect(status).toMatch(/^Uid:\s+60999\s+60999\s+60999\s+60999$/m);
    expect(status).toMatch(/^CapEff:\s+0+$/m);
    expect(status).toMatch(/^Seccomp:\s+2$/m);
    expect(status).toMatch(/^NoNewPrivs:\s+1$/m);
  });
});

it('says what to do about a script that starts redis-server, and goes without the wall where nobody else comes', async () => {
  const folder = RunFolder.open();
  const script = path.join(folder.makeFolder(), 'redis-server');
  writeFileSync(script, `#!/bin/sh\nexec redis-server "$@"\n`, { mode: 0o755 });
  const binary = { path: script, env: {}, product: 'Redis', version: '7.0.0' } as const;
  const whole = await wholeSandbox();
  const served = sandboxFor(whole, binary, folder, '0.0.0.0');
  await expect(served).rejects.toThrow('must be the program itself');
  const alone = await sandboxFor(whole, binary, folder, '127.0.0.1');
  expect(alone.wall).toBeNull();
  expect(alone.reason).toContain('does not run behind bubblewrap');
  folder.close();
});

/** The process of redis-server behind the one that stands around it. */
function redisInside(pid: number): number {
  const children = (of: number) =>
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((child) => parentOf(child) === of);
  for (let at = pid; ;) {
    const [next] = children(at);
    if (next === undefined) return at;
    at = next;
  }
}

function parentOf(pid: number): number {
  try {
    return Number(/^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return 0;
  }
}
