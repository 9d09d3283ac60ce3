import { chmod, cp, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findSandbox } from '../sandbox/find-sandbox.ts';
import { RunFolder } from '../state/run-folder.ts';
import { bootKernel } from './boot-kernel.ts';
import { codeCacheBeside } from './code-cache.ts';
import { launch } from './launch.ts';
import { within } from './within.ts';

/** The log of the database in which Deno keeps it: all of it is there, since nobody closes the database. */
const LOG = 'v8_code_cache_v2-wal';
/** ms */
const PATIENCE = 30_000;
/** How long nothing more must have been written, in ms: Deno does not say when it has written all. */
const QUIET = 300;

/**
 * Starts a kernel for what V8 makes of its boot file, and keeps that beside the file. Only behind the
 * wall: there, the boot file has the same path for every kernel, and nothing else can be written to.
 * Where there is no wall, none is made.
 * @throws Error when the kernel does not start
 */
export async function makeCodeCache(boot: string): Promise<void> {
  const cache = codeCacheBeside(boot);
  await rm(cache, { recursive: true, force: true });
  const { wall } = await findSandbox();
  if (!wall) return;
  const folder = RunFolder.open();
  try {
    const made = folder.makeFolder();
    // What the first one leaves is not taken up where nothing can be written; the second one sees to that.
    const write = () =>
      within(PATIENCE, 'V8 has made no code of the boot file in time.', () =>
        writeInto(made, boot, folder),
      );
    // Each is started once more if need be, as the kernels of a room are.
    for (let boots = 0; boots < 2; boots++) await write().catch(write);
    await cp(made, `${cache}.new`, { recursive: true });
    await chmod(`${cache}.new`, 0o755);
    await rename(`${cache}.new`, cache);
  } finally {
    folder.close();
  }
}

async function writeInto(made: string, boot: string, folder: RunFolder): Promise<void> {
  // Nobody listens there: until it is set up, a kernel does not ask its Redis for anything.
  const redis = { path: path.join(folder.makeFolder(), 's') };
  const launched = await launch({ boot, redis, folder, heapMb: 256, writesCodeCache: made });
  try {
    await bootKernel(launched);
    await written(path.join(made, LOG));
  } finally {
    launched.child.kill('SIGKILL');
    await launched.exited;
  }
}

/** Resolves when a file is there and has not grown for a while. */
async function written(file: string): Promise<void> {
  const sizeOf = async () => (await stat(file).catch(() => null))?.size ?? 0;
  for (let last = 0; ;) {
    await wait(QUIET);
    const size = await sizeOf();
    if (size > 0 && size === last) return;
    last = size;
  }
}
