import { asList, asText, type Reply } from '../connection/reply.ts';
import { type Entry, toEntries } from '../entry/entry.ts';

/** The entries that one stream contributed to a read. */
export interface StreamEntries<Name extends string = string, Field extends string = string> {
  readonly name: Name;
  readonly messages: Entry<Field>[];
}

/**
 * The reply of XREAD and XREADGROUP: pairs of name and entries in RESP 2, a map in RESP 3, nil when
 * there is nothing, which becomes an empty list.
 */
export function toStreams<Name extends string, Field extends string>(
  reply: Reply,
): StreamEntries<Name, Field>[];
export function toStreams(reply: Reply): StreamEntries[] {
  const list = asList(reply);
  const streams: StreamEntries[] = [];
  if (typeof list[0] === 'string') {
    for (let at = 0; at < list.length; at += 2) {
      streams.push({ name: asText(list[at]), messages: toEntries(list[at + 1]) });
    }
  } else {
    for (const pair of list) {
      const [name, entries] = asList(pair);
      streams.push({ name: asText(name), messages: toEntries(entries) });
    }
  }
  return streams;
}
