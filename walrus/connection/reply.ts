/**
 * What the library gets back from Redis: maps arrive as flat lists of name and value, whether the
 * connection speaks RESP 2 or RESP 3, so that nothing between the socket and us can reorder them.
 */
export type Reply = string | number | null | readonly Reply[];

function unexpected(wanted: string, reply: Reply): TypeError {
  return new TypeError(`Redis answered ${JSON.stringify(reply)} where ${wanted} was expected.`);
}

/** The reply as text; throws a TypeError for anything else. */
export function asText(reply: Reply | undefined): string {
  if (typeof reply === 'string') return reply;
  if (typeof reply === 'number') return String(reply);
  throw unexpected('text', reply ?? null);
}

/** The reply as a number; throws a TypeError for anything else. */
export function asNumber(reply: Reply | undefined): number {
  if (typeof reply === 'number') return reply;
  if (typeof reply === 'string' && reply !== '' && Number.isFinite(Number(reply))) {
    return Number(reply);
  }
  throw unexpected('a number', reply ?? null);
}

/** The reply as a list; nothing at all is an empty list. */
export function asList(reply: Reply | undefined): readonly Reply[] {
  if (reply === null || reply === undefined) return [];
  if (typeof reply === 'object') return reply;
  throw unexpected('a list', reply);
}

/** A flat list of name, value, name, value … as a map. */
export function asFields(reply: Reply | undefined): Map<string, Reply> {
  const list = asList(reply);
  const fields = new Map<string, Reply>();
  for (let at = 0; at + 1 < list.length; at += 2) {
    fields.set(asText(list[at]), list[at + 1] ?? null);
  }
  return fields;
}
