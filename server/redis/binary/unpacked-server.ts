import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { onPath } from './on-path.ts';
import { probe } from './probe.ts';
import type { RedisBinary } from './redis-binary.ts';

/** The server in a folder where Debian packages were unpacked; null when none runs from there. */
export async function unpackedServer(root: string): Promise<RedisBinary | null> {
  const PATH = path.join(root, 'usr', 'bin');
  const env = { LD_LIBRARY_PATH: (await libraryFolders(root)).join(':') };
  for (const name of ['redis-server', 'valkey-server']) {
    const file = await onPath(name, { PATH });
    const binary = file && (await probe(file, env).catch(() => null));
    if (binary) return binary;
  }
  return null;
}

/** The folders of libraries below it (`usr/lib/x86_64-linux-gnu`), then those already set. */
async function libraryFolders(root: string): Promise<string[]> {
  const folders: string[] = [];
  for (const base of [path.join(root, 'usr', 'lib'), path.join(root, 'lib')]) {
    const inside = await readdir(base, { withFileTypes: true }).catch(() => []);
    const triplets = inside.filter((item) => item.isDirectory() && item.name.includes('-linux-'));
    folders.push(...triplets.map((item) => path.join(base, item.name)));
  }
  const before = process.env['LD_LIBRARY_PATH'];
  return before ? [...folders, before] : folders;
}
