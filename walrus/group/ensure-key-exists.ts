import { ErrorReply } from 'redis';
import type { Connection } from '../connection/connection.ts';
import { asNumber, asText } from '../connection/reply.ts';

/**
 * Makes an empty stream unless the key exists: an entry with the smallest id there is, deleted at
 * once. Throws a TypeError when the key holds something else.
 */
export async function ensureKeyExists(connection: Connection, key: string): Promise<void> {
  if (asNumber(await connection.send(['EXISTS', key])) === 0) {
    try {
      await connection.send(['XADD', key, '0-1', '', '']);
    } catch (error) {
      // Somebody else made the stream in between, which is as good.
      if (error instanceof ErrorReply && error.message.includes('equal or smaller')) return;
      throw error;
    }
    await connection.send(['XDEL', key, '0-1']);
    return;
  }
  const type = asText(await connection.send(['TYPE', key]));
  if (type !== 'stream') {
    throw new TypeError(
      `The key ${JSON.stringify(key)} holds a ${type}, not a stream. It was left as it is, and no group was made.`,
    );
  }
}
