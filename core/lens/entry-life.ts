import type { History, Mark } from '../session/history.ts';
import { applyChanges } from './apply-changes.ts';
import { isTold, type Change } from './change.ts';
import { concernsEntry, type EntryChange } from './concerns-entry.ts';
import { describeChange } from './describe-changes.ts';
import { diffSnapshots } from './diff-snapshots.ts';
import { describeEntryState } from './describe-entry-state.ts';
import { entryState } from './entry-state.ts';
import type { LensSnapshot } from './snapshot.ts';
import { whoDid } from './who-did.ts';

/** A change of the whole stream, or of one of its groups, that ends what stood in it. */
type EndOfHome = Extract<Change, { kind: 'stream-gone' | 'group-destroyed' }>;

/** One thing that happened to an entry. */
export interface LifeStep {
  /** there: it stood in Redis before the first mark; rewound: Redis was put back; else a kind of change. */
  kind: 'there' | 'rewound' | (EntryChange | EndOfHome)['kind'];
  /** The consumer group that it happened in; null when it has to do with none. */
  group: string | null;
  /** One plain sentence. */
  text: string;
  /** Id of the mark at which it is seen first; null before the first mark, and for what is newer than the last. */
  mark: string | null;
  /** Who did it, as far as it is known: with runs that went on at the same time it may not be. */
  by: { cell: string; count: number | null } | null;
  /** When the mark was made, Unix time in ms; null before the first. */
  at: number | null;
}

/**
 * The life of one entry of one stream, oldest step first; empty when the history knows nothing of it.
 * A mark tells what was different from the mark before it, whoever did it; so each change is looked
 * for in what the runs themselves are known to have done.
 * @param now the lens as it is now, for what has happened since the last mark
 */
export function entryLife(
  history: History,
  stream: string,
  id: string,
  now: LensSnapshot | null = null,
): LifeStep[] {
  const steps: LifeStep[] = [];
  let lens = history.base;
  const first = entryState(lens, stream, id);
  if (first.place === 'there' || first.holders.length > 0) {
    const text = `It was there already, before the first run that is kept here: ${describeEntryState(first)}.`;
    steps.push({ kind: 'there', group: null, text, mark: null, by: null, at: null });
  }
  for (const [index, mark] of history.marks.entries()) {
    const after = applyChanges(lens, mark.at, mark.delta);
    const own = changesOfEntry(lens, mark.delta, stream, id);
    if (mark.kind === 'rewind') {
      if (own.length > 0) steps.push(rewound(mark, after, stream, id));
    } else {
      for (const change of own) steps.push(stepOf(change, history.marks, index, stream, id));
    }
    lens = after;
  }
  if (now !== null && now !== history.last) {
    for (const change of changesOfEntry(lens, diffSnapshots(lens, now), stream, id)) {
      const text = describeChange(change, []);
      const { kind } = change;
      steps.push({ kind, group: groupOf(change), text, mark: null, by: null, at: now.at });
    }
  }
  return steps;
}

/** What a list of changes did to an entry, together with what took it along: its stream, its group. */
function changesOfEntry(
  before: LensSnapshot,
  changes: readonly Change[],
  stream: string,
  id: string,
): (EntryChange | EndOfHome)[] {
  const { place, holders } = entryState(before, stream, id);
  return changes.filter((change): change is EntryChange | EndOfHome => {
    if (!isTold(change)) return false;
    if (concernsEntry(change, stream, id)) return true;
    if (!takesAlong(change, stream)) return false;
    if (change.kind === 'stream-gone') return place === 'there' || holders.length > 0;
    return holders.some(({ group }) => group === change.group);
  });
}

function takesAlong(change: Change, stream: string): change is EndOfHome {
  return (
    (change.kind === 'stream-gone' || change.kind === 'group-destroyed') && change.stream === stream
  );
}

function rewound(mark: Mark, after: LensSnapshot, stream: string, id: string): LifeStep {
  const state = describeEntryState(entryState(after, stream, id));
  const text = `Redis was put back, and the entry with it: ${state}.`;
  return { kind: 'rewound', group: null, text, mark: mark.id, by: null, at: mark.at };
}

function groupOf(change: EntryChange | EndOfHome): string | null {
  return 'group' in change ? change.group : null;
}

function stepOf(
  change: EntryChange | EndOfHome,
  marks: readonly Mark[],
  index: number,
  stream: string,
  id: string,
): LifeStep {
  const seenAt = marks[index];
  const isSame = (other: Change) =>
    other.kind === change.kind && (concernsEntry(other, stream, id) || takesAlong(other, stream));
  const doer = whoDid(change, id, marks.slice(index), ({ delta }) => delta.some(isSame));
  return {
    kind: change.kind,
    group: groupOf(change),
    text: describeChange(change, doer?.commands ?? []),
    mark: seenAt?.id ?? null,
    by: doer && { cell: doer.cell, count: doer.count },
    at: seenAt?.at ?? null,
  };
}
