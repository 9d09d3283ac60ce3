import * as v from 'valibot';
import { parseStream } from './parse-stream.ts';
import type { LensSnapshot } from './snapshot.ts';

const Reply = v.tuple([
  v.pipe(v.string(), v.toNumber(), v.integer()),
  v.number(),
  v.array(v.unknown()),
]);

/**
 * The snapshot from what server/redis/lens-script.ts answers (RESP 2), `[at, omitted, streams]`, in
 * the one form it has: names ascending as JavaScript compares them, ids as Redis does.
 * @throws ValiError when the reply does not look so
 */
export function parseLens(reply: unknown): LensSnapshot {
  const [at, omitted, streams] = v.parse(Reply, reply);
  return {
    at,
    streams: streams.map(parseStream).sort((a, b) => (a.key < b.key ? -1 : 1)),
    omitted,
  };
}
