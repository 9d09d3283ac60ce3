import type { CommandRow, SentCommand } from '../../session/command.ts';
import { emptyConsumer, emptyGroup, emptyStream } from '../empty-parts.ts';
import type { Consumer, Entry, Group, LensSnapshot, PendingRow } from '../snapshot.ts';
import type { StreamSnapshot } from '../snapshot.ts';

/** Short ways to write snapshots and commands in tests. */

export const entry = (id: string, value = id): Entry => ({ id, fields: [['n', value]] });

/** A stream that shows all its entries; its figures are those of a stream that was never trimmed. */
export function stream(
  key: string,
  ids: readonly string[],
  rest: Partial<StreamSnapshot> = {},
): StreamSnapshot {
  return {
    ...emptyStream(key),
    length: ids.length,
    lastGeneratedId: ids.at(-1) ?? '0-0',
    entriesAdded: ids.length,
    maxDeletedId: '0-0',
    firstId: ids[0] ?? null,
    entries: ids.map((id) => entry(id)),
    ...rest,
  };
}

export function group(
  name: string,
  consumers: readonly Consumer[] = [],
  rest: Partial<Group> = {},
): Group {
  const pendingCount = consumers.reduce((sum, consumer) => sum + consumer.pendingCount, 0);
  return { ...emptyGroup(name, '0-0'), consumers: [...consumers], pendingCount, ...rest };
}

export function consumer(
  name: string,
  rows: readonly PendingRow[] = [],
  rest: Partial<Consumer> = {},
): Consumer {
  return { ...emptyConsumer(name), pending: [...rows], pendingCount: rows.length, ...rest };
}

export const row = (id: string, rest: Partial<PendingRow> = {}): PendingRow => ({
  id,
  deliveredAt: 100,
  deliveries: 1,
  ghost: false,
  ...rest,
});

export const lens = (
  streams: readonly StreamSnapshot[] = [],
  rest: Partial<LensSnapshot> = {},
): LensSnapshot => ({ at: 1000, streams: [...streams], omitted: 0, ...rest });

/** A row of one command, written as in redis-cli; null is a reply that is awaited. */
export function sent(line: string, reply: string | null = 'OK', rest: Partial<SentCommand> = {}) {
  return commands([line.split(' ')], reply, rest);
}

/** A row of several commands that are kept; `rest` is about each of them. */
export function commands(
  lines: readonly (readonly string[])[],
  reply: string | null = 'OK',
  rest: Partial<SentCommand> = {},
): CommandRow {
  const kept = lines.map((args): SentCommand => {
    return {
      args: [...args],
      isCut: false,
      reply,
      failed: false,
      duration: reply === null ? null : 1,
      connection: 1,
      ...rest,
    };
  });
  const failed = kept.filter((command) => command.failed).length;
  return { count: kept.length, failed, duration: kept.length, commands: kept };
}
