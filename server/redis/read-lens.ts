import { MultiErrorReply } from 'redis';
import { parseStream } from '../../core/lens/parse-stream.ts';
import type { LensSnapshot, StreamSnapshot } from '../../core/lens/snapshot.ts';
import { MAX_LENS_ENTRIES, MAX_LENS_PENDING, MAX_LENS_STREAMS } from '../../core/limits/limits.ts';
import type { AdminClient } from './redis-instance.ts';

/** Keys looked at in search of streams: a Redis that is full of other keys must not hold up the lens. */
const MAX_SCANS = 20;
const SCAN_COUNT = 1000;

/**
 * All streams of database 0 at one moment: XINFO STREAM … FULL and the newest entries, in one MULTI.
 * It reads nothing through a group, so it changes nothing that it shows.
 * @throws what node-redis throws when the connection is lost
 */
export async function readLens(admin: AdminClient): Promise<LensSnapshot> {
  const keys = await findStreams(admin);
  const shown = keys.slice(0, MAX_LENS_STREAMS);
  const omitted = keys.length - shown.length;
  const at = Date.now();
  if (shown.length === 0) return { at, streams: [], omitted };
  const multi = admin.multi();
  for (const key of shown) {
    multi.addCommand(['XINFO', 'STREAM', key, 'FULL', 'COUNT', String(MAX_LENS_PENDING)]);
    multi.addCommand(['XREVRANGE', key, '+', '-', 'COUNT', String(MAX_LENS_ENTRIES)]);
  }
  const replies: readonly unknown[] = await multi.exec().catch((error: unknown) => {
    // A key that was deleted since the scan gives an error in its place.
    if (error instanceof MultiErrorReply) return error.replies;
    throw error;
  });
  const streams: StreamSnapshot[] = [];
  shown.forEach((key, i) => {
    const [full, newest] = replies.slice(2 * i, 2 * i + 2);
    if (!(full instanceof Error) && !(newest instanceof Error)) {
      streams.push(parseStream(key, full, newest));
    }
  });
  return { at, streams, omitted };
}

async function findStreams(admin: AdminClient): Promise<string[]> {
  const keys = new Set<string>();
  let cursor = '0';
  for (let scans = 0; scans < MAX_SCANS; scans++) {
    const reply = await admin.scan(cursor, { TYPE: 'stream', COUNT: SCAN_COUNT });
    for (const key of reply.keys) keys.add(String(key));
    cursor = String(reply.cursor);
    if (cursor === '0') break;
  }
  return [...keys].sort();
}
