import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RunFolder } from './run-folder.ts';

let base: string;
beforeEach(() => {
  base = path.join(mkdtempSync(path.join(os.tmpdir(), 'sb-run-')), 'base');
});
afterEach(() => rmSync(path.dirname(base), { recursive: true, force: true }));

/** A process that does nothing until it is killed; `word` stands in its command line. */
async function sleeper(word: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['-e', 'console.log(1); setInterval(() => 1, 1e6)', word], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(child.stdout, 'data');
  return child;
}

/** The pid of a process that is dead. */
async function deadPid(): Promise<number> {
  const child = await sleeper('dead');
  await end(child);
  return child.pid ?? 0;
}

async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

/** The folder that a server with this pid has left, with one child written down in it. */
function leave(owner: number, child: ChildProcess | number, program: string): string {
  const folder = path.join(base, `${owner}-abc`);
  mkdirSync(path.join(folder, '1'), { recursive: true, mode: 0o700 });
  const pid = typeof child === 'number' ? child : child.pid;
  writeFileSync(path.join(folder, `${pid}.pid`), program);
  return folder;
}

describe('RunFolder', () => {
  it('makes a folder that nobody else can look into, and removes it', () => {
    const folder = RunFolder.open(base);
    const inner = folder.makeFolder();
    expect(path.dirname(inner)).toBe(folder.path);
    expect(folder.makeFolder()).not.toBe(inner);
    if (process.platform !== 'win32')
      for (const one of [base, folder.path, inner]) expect(statSync(one).mode & 0o777).toBe(0o700);
    folder.close();
    expect(existsSync(folder.path)).toBe(false);
    expect(() => folder.close()).not.toThrow();
  });

  it('remembers children until they are forgotten', () => {
    const folder = RunFolder.open(base);
    const forget = folder.remember(123_456, 'deno');
    expect(readdirSync(folder.path)).toEqual(['123456.pid']);
    forget();
    forget();
    folder.remember(undefined, 'deno')();
    expect(readdirSync(folder.path)).toEqual([]);
    folder.close();
  });

  it('ends what a dead server has left running, and removes its folder', async () => {
    const child = await sleeper('streambook-kernel');
    const left = leave(await deadPid(), child, 'streambook-kernel');
    const ended = once(child, 'exit');
    const folder = RunFolder.open(base);
    expect(await ended).toEqual([null, 'SIGKILL']);
    expect(existsSync(left)).toBe(false);
    folder.close();
  });

  it('spares a program that was given the pid of a child since', async () => {
    const stranger = await sleeper('somebody-else');
    leave(await deadPid(), stranger, 'streambook-kernel');
    RunFolder.open(base).close();
    expect([stranger.exitCode, stranger.signalCode]).toEqual([null, null]);
    expect(process.kill(stranger.pid ?? 0, 0)).toBe(true);
    await end(stranger);
  });

  it('ends nothing for a server that was killed before it had written the name', async () => {
    const stranger = await sleeper('somebody-else');
    leave(await deadPid(), stranger, '');
    RunFolder.open(base).close();
    expect([stranger.exitCode, stranger.signalCode]).toEqual([null, null]);
    await end(stranger);
  });

  it('touches nothing of a server that lives', async () => {
    const child = await sleeper('streambook-kernel');
    const left = leave(process.pid, child, 'streambook-kernel');
    RunFolder.open(base).close();
    expect(existsSync(left)).toBe(true);
    expect(process.kill(child.pid ?? 0, 0)).toBe(true);
    await end(child);
  });

  it('is not stopped by children that are gone, or by names that are not its own', async () => {
    const left = leave(await deadPid(), await deadPid(), 'deno');
    writeFileSync(path.join(left, 'notes.txt'), 'x');
    mkdirSync(path.join(base, 'something'));
    RunFolder.open(base).close();
    expect(readdirSync(base)).toEqual(['something']);
  });

  it('gives every server a folder of its own, also two of one process at once', () => {
    const all = Array.from({ length: 5 }, () => RunFolder.open(base));
    expect(new Set(all.map((folder) => folder.path)).size).toBe(5);
    for (const folder of all) folder.close();
  });
});
