import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findRedisBinary } from '../../server/redis/find-binary.ts';
import { bundleScript } from '../support/bundle-script.ts';
import { KERNEL_FOLDER } from '../support/kernel-folder.ts';
import { startTestServer } from '../support/server.ts';
import { isRunning, OwnTemporaryFolder } from './children.ts';

let temporary: OwnTemporaryFolder;
let script: string;

beforeAll(async () => {
  temporary = await OwnTemporaryFolder.make();
  script = await bundleScript(path.join(import.meta.dirname, 'busy-server.ts'));
});
const started: ChildProcess[] = [];
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  await rm(script, { force: true });
  await temporary.remove();
});

/**
 * Starts a server whose learner runs `source`, and resolves when that has printed something.
 * `path`: where it looks for programs; without setpriv there, nothing ends its children with it.
 */
async function startServerToKill(source: string, searched: string): Promise<ChildProcess> {
  const binary = await findRedisBinary();
  const child = spawn(process.execPath, [script, KERNEL_FOLDER, source], {
    env: { ...process.env, ...binary.env, REDISMS_SYSTEM_BINARY: binary.path, PATH: searched },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(() => Promise.reject(new Error('It ended before its cell had run.'))),
  ]);
  return child;
}

const IDLE = "console.log('ready')";
const BUSY = "console.log('ready'); for (;;) {}";

describe('a server that was killed with -9', () => {
  it.each([
    ['an idle kernel', 'the programs of the system', IDLE],
    ['a kernel in a busy loop', 'the programs of the system', BUSY],
    ['an idle kernel', 'nothing', IDLE],
    ['a kernel in a busy loop', 'nothing', BUSY],
  ])('leaves nothing of %s after the next start, with the help of %s', async (_, help, source) => {
    const nothing = path.join(temporary.path, 'streambook-nothing');
    await mkdir(nothing, { recursive: true });
    const alone = help === 'nothing';
    const killed = await startServerToKill(source, alone ? nothing : (process.env['PATH'] ?? ''));
    const children = temporary.children();
    expect(children.map(isRunning)).toEqual([true, true]);

    const ended = once(killed, 'exit');
    killed.kill('SIGKILL');
    await ended;
    // Otherwise the next start would have nothing to do.
    if (alone)
      expect(children.filter(isRunning).map(({ program }) => program)).toContain(
        redisName(children),
      );

    const next = await startTestServer({ limits: { spares: 0 } });
    try {
      await vi.waitUntil(() => !children.some(isRunning), { timeout: 20_000 });
      expect(temporary.children()).toEqual([]);
    } finally {
      await next.close();
    }
    expect(temporary.left()).toEqual([]);
  });

  it('does not cost a server that lives anything', async () => {
    const living = await startServerToKill(IDLE, process.env['PATH'] ?? '');
    const children = temporary.children();
    const next = await startTestServer({ limits: { spares: 0 } });
    await next.close();
    expect(children.map(isRunning)).toEqual([true, true]);
    const ended = once(living, 'exit');
    living.kill('SIGKILL');
    await ended;
    await (await startTestServer({ limits: { spares: 0 } })).close();
    await vi.waitUntil(() => !children.some(isRunning), { timeout: 20_000 });
    expect(temporary.left()).toEqual([]);
  });
});

function redisName(children: { program: string }[]): string {
  return children.find(({ program }) => program !== 'deno')?.program ?? '';
}
