import type { RedisBinary } from './redis-binary.ts';

/**
 * Reads the answer of `redis-server --version`: `Redis server v=7.0.15 sha=…`, `Valkey server v=8.1.0 …`,
 * or, from Valkey 7.2, `Server v=7.2.5 …`. null when it is neither.
 */
export function parseVersion(output: string): Pick<RedisBinary, 'product' | 'version'> | null {
  const match = /^(?:(Redis|Valkey) )?server v=(\d+\.\d+\.\d+\S*)/im.exec(output);
  if (!match?.[2]) return null;
  return { product: match[1]?.toLowerCase() === 'redis' ? 'Redis' : 'Valkey', version: match[2] };
}
