import type { AdminClient } from './redis-instance.ts';

/** Settings that keep a learner's commands small, and with them the server's own. */
const BOUNDS = [
  ['maxmemory', '0'],
  ['maxmemory-clients', '0'],
  ['proto-max-bulk-len', '512mb'],
  ['client-query-buffer-limit', '1gb'],
  ['client-output-buffer-limit', 'normal 0 0 0'],
] as const;

/**
 * Does `work` while Redis takes and gives more than its settings allow, and sets them back after it.
 * Two of these must not overlap on one Redis.
 * @throws what `work` or the connection throws
 */
export async function withRoom<T>(admin: AdminClient, work: () => Promise<T>): Promise<T> {
  const before = await Promise.all(BOUNDS.map(([name]) => read(admin, name)));
  try {
    await Promise.all(
      BOUNDS.map(([name, value], i) => before[i] !== null && set(admin, name, value)),
    );
    return await work();
  } finally {
    await Promise.all(
      BOUNDS.map(([name], i) => {
        const value = before[i];
        return typeof value === 'string' && set(admin, name, value);
      }),
    );
  }
}

/** The value in force; null when this version has no such setting. */
async function read(admin: AdminClient, name: string): Promise<string | null> {
  const reply: unknown = await admin.sendCommand(['CONFIG', 'GET', name]);
  const value: unknown = Array.isArray(reply) ? reply[1] : null;
  return typeof value === 'string' ? value : null;
}

function set(admin: AdminClient, name: string, value: string): Promise<unknown> {
  return admin.sendCommand(['CONFIG', 'SET', name, value]);
}
