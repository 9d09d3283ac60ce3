import type { ChangeLine } from '../../core/lens/change-line.ts';
import type { LensSnapshot } from '../../core/lens/snapshot.ts';
import { nameIn } from '../../core/lens/words.ts';
import { splitIds } from '../output/split-ids.ts';
import type { SentenceNames } from './split-names.ts';

/**
 * Names that may stand in the sentence of a change: its own, those of the other consumers of its
 * group, who may have lost an entry, and ids that the group has been moved from and to. In the form
 * in which sentences have them.
 */
export function namesOfChange(line: ChangeLine, snapshot: LensSnapshot | null): SentenceNames {
  const group = snapshot?.streams
    .find(({ key }) => key === line.stream)
    ?.groups.find(({ name }) => name === line.group);
  const consumers = [
    ...(line.consumer === null ? [] : [line.consumer]),
    ...(group?.consumers.map(({ name }) => name) ?? []),
  ];
  const others = splitIds(line.text, () => false).flatMap(({ isId, text }) => (isId ? text : []));
  return {
    entry: [...line.ids, ...others],
    consumer: consumers.map(nameIn),
    group: line.group === null ? [] : [nameIn(line.group)],
    stream: [nameIn(line.stream)],
  };
}
