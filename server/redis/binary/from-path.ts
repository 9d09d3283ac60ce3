import { onPath } from './on-path.ts';
import { probe } from './probe.ts';
import type { RedisBinary } from './redis-binary.ts';

/** An installed redis-server or valkey-server that runs; null when there is none. */
export async function fromPath(): Promise<RedisBinary | null> {
  for (const name of ['redis-server', 'valkey-server']) {
    const path = await onPath(name);
    const binary = path && (await probe(path).catch(() => null));
    if (binary) return binary;
  }
  return null;
}
