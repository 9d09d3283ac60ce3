import { ErrorReply } from 'redis';
import type { Connection } from '../connection/connection.ts';

/** XGROUP CREATE; false when the group was there already (BUSYGROUP). */
export async function createGroup(
  connection: Connection,
  group: string,
  key: string,
  startId: string,
  makeStream: boolean,
): Promise<boolean> {
  const args = ['XGROUP', 'CREATE', key, group, startId];
  if (makeStream) args.push('MKSTREAM');
  try {
    await connection.send(args);
    return true;
  } catch (error) {
    if (error instanceof ErrorReply && error.message.startsWith('BUSYGROUP')) return false;
    throw error;
  }
}
