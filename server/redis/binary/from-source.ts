import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { makeFolderOnce } from './make-folder-once.ts';
import { onPath } from './on-path.ts';
import { probe } from './probe.ts';
import type { RedisBinary, SearchContext } from './redis-binary.ts';

type Downloader = typeof import('redis-memory-server/lib/util/RedisBinary.js');
const DOWNLOADER = 'redis-memory-server/lib/util/RedisBinary.js';

const STILL_ALIVE_MS = 15_000;

/** Where a compiled server is kept. */
export function sourceFolder(cache: string): string {
  return path.join(cache, 'redis', `source-${process.platform}-${process.arch}`);
}

/** The compiled server in the cache; null when there is none that runs. */
export async function compiledServer(cache: string): Promise<RedisBinary | null> {
  const name = process.platform === 'win32' ? 'memurai.exe' : 'redis-server';
  return probe(path.join(sourceFolder(cache), 'bin', name)).catch(() => null);
}

/**
 * Lets redis-memory-server download the sources of the stable Redis and compile them: minutes.
 * Throws when there is no compiler, no network, or it does not compile.
 */
export async function fromSource(context: SearchContext): Promise<RedisBinary> {
  const target = sourceFolder(context.cache);
  const taken = existsSync(target);
  const there = await compiledServer(context.cache);
  if (there) return there;
  if (process.platform !== 'win32') await needCompiler();
  context.progress('Downloading and compiling Redis, which takes some minutes, once');
  // A damaged one gives way, but not one that another process has made since.
  if (taken) await rm(target, { recursive: true, force: true });
  const began = Date.now();
  const alive = setInterval(() => {
    context.progress(`Still compiling Redis (${Math.round((Date.now() - began) / 1000)} s)`);
  }, STILL_ALIVE_MS);
  try {
    await makeFolderOnce(target, compileInto);
  } finally {
    clearInterval(alive);
  }
  const binary = await compiledServer(context.cache);
  if (!binary) throw new Error('the compiled server does not run');
  return binary;
}

async function needCompiler(): Promise<void> {
  const compiler = (await onPath('cc')) ?? (await onPath('gcc')) ?? (await onPath('clang'));
  if (!compiler) throw new Error('there is no C compiler to compile Redis with');
  if (!(await onPath('make'))) throw new Error('there is no make to compile Redis with');
}

async function compileInto(folder: string): Promise<void> {
  // It checks the certificate of the host it downloads from only when npm's setting says so.
  process.env['npm_config_strict_ssl'] = 'true';
  // With require, since import wraps the default export of a CommonJS file differently in each tool.
  const downloader: Downloader = createRequire(import.meta.url)(DOWNLOADER);
  const work = path.join(folder, 'work');
  const options = { downloadDir: work, version: 'stable', systemBinary: '' };
  const built = await downloader.default.getPath({ ...options, ignoreDownloadCache: true });
  await rename(path.dirname(built), path.join(folder, 'bin'));
  await rm(work, { recursive: true, force: true });
}
