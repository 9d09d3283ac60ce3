import type { PendingRow } from './snapshot.ts';
import type { Subject } from './words.ts';

/** A row as it is now, and its delivery count before. */
interface Counted {
  row: PendingRow;
  deliveries: number;
}

/** How the delivery counts of some rows have changed: "its delivery count went from 1 to 2". */
export function sayCounts(changes: readonly Counted[], { pick }: Subject): string {
  const counts = pick('its delivery count', 'their delivery counts');
  const [first] = changes;
  if (first === undefined) return `${counts} may have changed`;
  const { deliveries: from } = first;
  const { deliveries: to } = first.row;
  const areAlike = changes.every((c) => c.deliveries === from && c.row.deliveries === to);
  if (areAlike && from === to) return `${counts} ${pick('stays', 'stay')} ${to}`;
  if (areAlike) return `${counts} went from ${from} to ${to}`;
  if (from === to) return `${counts} stay the same`;
  return `${counts} ${to > from ? 'rose' : 'fell'}`;
}
