/**
 * The reply to XREAD and XREADGROUP, which is a map from streams to entries in RESP 3, made a map again
 * where a type mapping has made a flat list of it; any other reply as it is. (In RESP 2 it is a list
 * of pairs, whose first item is no name.)
 */
export function unflattened(args: readonly string[], reply: unknown): unknown {
  if (!Array.isArray(reply) || Array.isArray(reply[0])) return reply;
  if (!/^xread(group)?$/i.test(args[0] ?? '')) return reply;
  const streams = new Map<unknown, unknown>();
  for (let at = 0; at + 1 < reply.length; at += 2) streams.set(reply[at], reply[at + 1]);
  return streams;
}
