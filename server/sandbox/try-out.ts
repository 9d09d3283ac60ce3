import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { denoBinary } from '../kernel/deno-binary.ts';
import { within } from '../kernel/within.ts';
import { RunFolder } from '../state/run-folder.ts';
import { INTERNET } from './filter/asked-calls.ts';
import type { Sandbox } from './sandbox.ts';

const PATIENCE_MS = 20_000;

/**
 * Starts Deno behind the wall and connects to its inspector, as for a kernel.
 * @throws Error with what stood in the way
 */
export async function tryOut(sandbox: Sandbox): Promise<void> {
  const folder = RunFolder.open();
  try {
    await within(PATIENCE_MS, 'nothing answered in time', () => reachInspector(sandbox, folder));
  } finally {
    folder.close();
  }
}

async function reachInspector(sandbox: Sandbox, folder: RunFolder): Promise<void> {
  const inspected = ['--inspect-wait=127.0.0.1:0', '--inspect-publish-uid=stderr'];
  const { child, confined, dial } = await sandbox.start({
    command: {
      file: '/deno',
      args: ['run', '--no-config', ...inspected, 'data:text/javascript,0'],
      env: { DENO_DIR: '/dev/null/x', DENO_NO_UPDATE_CHECK: '1' },
    },
    confinement: {
      mounts: [
        { from: denoBinary(), to: '/deno' },
        { from: folder.makeFolder(), to: '/own', writable: true },
      ],
      sockets: [INTERNET],
      limits: { memoryMb: 1024, threads: 64, openFiles: 64, fileMb: 1 },
    },
    folder,
    stdout: 'ignore',
    cwd: '/',
  });
  const ended = once(child, 'close');
  try {
    const port = await portOf(child.stderr);
    await confined;
    (await dial?.(port))?.destroy();
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
}

/** The port of the inspector, from what Deno prints. @throws Error with the last line when it ends before */
async function portOf(stderr: NodeJS.ReadableStream | null): Promise<number> {
  let last = 'nothing was said';
  if (stderr) {
    for await (const line of createInterface({ input: stderr })) {
      const port = /ws:\/\/127\.0\.0\.1:(\d+)/.exec(line)?.[1];
      if (port !== undefined) return Number(port);
      if (line.trim()) last = line.trim();
    }
  }
  throw new Error(last);
}
