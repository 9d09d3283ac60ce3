import { ErrorReply } from 'redis';
import { asText, type Reply } from './reply.ts';

/** Something that only newer servers can do. */
export interface Feature {
  /** What was asked for, as the caller wrote it. */
  readonly name: string;
  /** The first version of Redis that has it, such as `8.2`. */
  readonly since: string;
}

/** Thrown when the server is too old for what was asked; `cause` is what it answered. */
export class NeedsRedisError extends Error {
  override readonly name = 'NeedsRedisError';
  /** The first version that has it. */
  readonly since: string;
  /** The version of this server, `7.0.15`, or its name and version when it is no Redis, `Valkey 8.1.1`. */
  readonly found: string;

  constructor(feature: Feature, found: string, cause: unknown) {
    super(`${feature.name} needs Redis ${feature.since}; this server is ${found}.`, { cause });
    this.since = feature.since;
    this.found = found;
  }
}

/** Whether the dotted version `found` is older than `wanted`. */
export function isOlder(found: string, wanted: string): boolean {
  const have = found.split('.').map(Number);
  const need = wanted.split('.').map(Number);
  for (const [at, number] of need.entries()) {
    const own = have[at] ?? 0;
    if (own !== number) return own < number;
  }
  return false;
}

/**
 * The better error for a command that the server refused: a NeedsRedisError when the server is too
 * old for the feature, else the error itself, also when the version is not to be had.
 */
export async function explainRefusal(
  error: unknown,
  feature: Feature,
  send: (args: string[]) => Promise<Reply>,
): Promise<unknown> {
  if (!(error instanceof ErrorReply) || !error.message.startsWith('ERR')) return error;
  try {
    const info = asText(await send(['INFO', 'server']));
    // Valkey tells as redis_version which Redis it is compatible with.
    const found = /redis_version:(\S+)/.exec(info)?.[1];
    const valkey = /valkey_version:(\S+)/.exec(info)?.[1];
    return found && isOlder(found, feature.since)
      ? new NeedsRedisError(feature, valkey ? `Valkey ${valkey}` : found, error)
      : error;
  } catch {
    return error;
  }
}
