import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { chmodSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { denoBinary } from '../../../server/kernel/deno-binary.ts';
import { onPath } from '../../../server/redis/binary/on-path.ts';
import { INTERNET, UNIX } from '../../../server/sandbox/filter/asked-calls.ts';
import { answer, encode } from '../../../server/sandbox/filter/bpf.ts';
import { ALLOW } from '../../../server/sandbox/filter/system-call-filter.ts';
import { findSandbox } from '../../../server/sandbox/find-sandbox.ts';
import { Sandbox } from '../../../server/sandbox/sandbox.ts';
import { Wall } from '../../../server/sandbox/wall.ts';
import type { Confinement, Mount } from '../../../server/sandbox/confinement.ts';
import { RunFolder } from '../../../server/state/run-folder.ts';

/** A wall whose filter lets every system call pass: what is held is held by namespaces alone. */
class WallWithoutFilter extends Wall {
  override filter(): Buffer {
    return encode([answer(ALLOW)]);
  }
}

/** What this machine has. @throws Error with the reason when that is no wall */
export async function wholeSandbox(): Promise<Sandbox> {
  const sandbox = await findSandbox();
  if (!sandbox.wall) throw new Error(`These tests need bubblewrap: ${sandbox.reason}.`);
  return sandbox;
}

export async function sandboxWithoutFilter(): Promise<Sandbox> {
  const { wall } = await wholeSandbox();
  if (!wall) throw new Error('There is no wall.');
  const { setpriv, prlimit } = wall.tools;
  const processor = process.arch === 'arm64' ? 'arm64' : 'x64';
  return new Sandbox({ setpriv, prlimit }, new WallWithoutFilter(wall.tools, processor), '');
}

/** How a program has ended, and what it has printed. */
export interface Outcome {
  code: number | null;
  signal: string | null;
  out: string;
  err: string;
}

export interface Attempt {
  /** Of the language `with` names. */
  source: string;
  with: 'deno' | 'perl';
  limits?: Partial<Confinement['limits']>;
  mounts?: Mount[];
}

const LIMITS = { memoryMb: 1024, threads: 64, openFiles: 256, fileMb: 1 };

/** Runs a program that may do everything, but for what the sandbox forbids. */
export async function runConfined(sandbox: Sandbox, attempt: Attempt): Promise<Outcome> {
  const base = await mkdtemp(path.join(os.tmpdir(), 'sb-wall-'));
  chmodSync(base, 0o711);
  const folder = RunFolder.open(base);
  try {
    const program = attempt.with === 'deno' ? denoBinary() : await perl();
    const own = { from: folder.makeFolder(), to: '/own', writable: true };
    const mounts = [{ from: program, to: `/${attempt.with}` }, own, ...(attempt.mounts ?? [])];
    const module = `data:text/javascript,${encodeURIComponent(attempt.source)}`;
    const { child, confined } = await sandbox.start({
      command: {
        file: sandbox.seen(mounts, program),
        args:
          attempt.with === 'deno' ? ['run', '-A', '--no-config', module] : ['-e', attempt.source],
        env: { DENO_DIR: '/dev/null/x', NO_COLOR: '1', DENO_NO_UPDATE_CHECK: '1' },
      },
      confinement: { mounts, sockets: [UNIX, INTERNET], limits: { ...LIMITS, ...attempt.limits } },
      folder,
      stdout: 'pipe',
      cwd: '/',
    });
    child.stdin?.end();
    const ended = once(child, 'close');
    const [out, err] = await Promise.all([read(child.stdout), read(child.stderr), confined]);
    const [code, signal] = await ended;
    return { code, signal, out, err };
  } finally {
    folder.close();
    await rm(base, { recursive: true, force: true });
  }
}

async function read(stream: NodeJS.ReadableStream | null): Promise<string> {
  return stream ? text(stream) : '';
}

async function perl(): Promise<string> {
  const found = await onPath('perl');
  if (!found) throw new Error('These tests need perl.');
  return found;
}
