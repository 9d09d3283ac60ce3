import { probe } from './probe.ts';
import type { RedisBinary } from './redis-binary.ts';
import { RedisMissing } from './redis-missing.ts';

/** The variable that names a redis-server, as redis-memory-server has it. */
export const VARIABLE = 'REDISMS_SYSTEM_BINARY';

/**
 * The server that the variable names; null when it is not set.
 * Throws RedisMissing when it names none: somebody wanted exactly this one, so no other will do.
 */
export async function fromVariable(): Promise<RedisBinary | null> {
  const path = process.env[VARIABLE];
  if (!path) return null;
  try {
    return await probe(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `${VARIABLE} is set to "${path}", which is not a redis-server that runs here: correct it or unset it, and start again.`;
    throw new RedisMissing(message, [reason]);
  }
}
