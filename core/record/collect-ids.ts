import { idsIn } from '../lens/entry-id.ts';
import type { StreamSnapshot } from '../lens/snapshot.ts';
import type { Observed } from './observed.ts';

/** All entry ids that could be seen, by the key of their stream; under '' those of which it is not known. */
export function collectIds(observed: readonly Observed[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const add = (stream: string, ids: Iterable<string>) => {
    const set = found.get(stream) ?? new Set<string>();
    for (const id of ids) set.add(id);
    found.set(stream, set);
  };
  for (const { lens, run } of observed) {
    for (const stream of lens.streams) add(stream.key, idsOf(stream));
    for (const { args, reply } of run.commands.flatMap(({ commands }) => commands)) {
      if (args[0] === 'XADD' && reply !== null) add(args[1] ?? '', idsIn(reply));
    }
  }
  const known = new Set([...found.values()].flatMap((ids) => [...ids]));
  const mentioned = idsIn(JSON.stringify(observed.map(({ run }) => run)));
  add('', new Set([...mentioned].filter((id) => !known.has(id))));
  return found;
}

function idsOf(stream: StreamSnapshot): string[] {
  const { lastGeneratedId, maxDeletedId, firstId, entries, groups } = stream;
  const ofGroups = groups.flatMap(({ lastDeliveredId, consumers }) => [
    lastDeliveredId,
    ...consumers.flatMap(({ pending }) => pending.map(({ id }) => id)),
  ]);
  const ofStream = [lastGeneratedId, maxDeletedId, firstId].filter((id) => id !== null);
  return [...ofStream, ...entries.map(({ id }) => id), ...ofGroups];
}
