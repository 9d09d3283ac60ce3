import { parseVersion } from './parse-version.ts';
import type { RedisBinary } from './redis-binary.ts';
import { runCommand } from './run-command.ts';

const PROBE_TIMEOUT_MS = 10_000;

/**
 * Runs `path --version` and tells which server it is.
 * Throws when it does not run on this machine or is not a Redis or Valkey server.
 */
export async function probe(path: string, env: Record<string, string> = {}): Promise<RedisBinary> {
  const output = await runCommand(path, ['--version'], { env, timeout: PROBE_TIMEOUT_MS });
  const found = parseVersion(output);
  if (!found) throw new Error(`${path} is neither a Redis nor a Valkey server`);
  return { path, env, ...found };
}
