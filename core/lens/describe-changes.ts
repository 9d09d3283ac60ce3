import { MAX_CHANGE_IDS, MAX_CHANGE_LINES } from '../limits/limits.ts';
import type { CommandRow } from '../session/command.ts';
import { groupOf, idOf, ownerOf } from './change-parts.ts';
import type { ChangeLine } from './change-line.ts';
import { isTold, type Change, type ToldChange } from './change.ts';
import { compareText } from './compare-text.ts';
import { countUnseen } from './count-unseen.ts';
import { causeFinder } from './find-cause.ts';
import { foldChanges } from './fold-changes.ts';
import { countOf, type Fold } from './fold.ts';
import { rankOf, signOf } from './line-order.ts';
import { say } from './say.ts';

/**
 * What has changed, in sentences: stream by stream, the stream itself first, then group by group.
 * Each line tells all changes of one kind, place and cause; the cause is one of the commands.
 * At most MAX_CHANGE_LINES lines; then the last one, whose kind is `more`, says how many are left out.
 */
export function describeChanges(
  changes: readonly Change[],
  rows: readonly CommandRow[],
): ChangeLine[] {
  const find = causeFinder(rows);
  const folds = countUnseen(foldChanges(changes.filter(isTold), find), changes, find);
  const lines = folds.sort(compareFolds).map(lineOf);
  if (lines.length <= MAX_CHANGE_LINES) return lines;
  const kept = lines.slice(0, MAX_CHANGE_LINES - 1);
  return [...kept, lineOfRest(lines.slice(kept.length))];
}

/** The sentence for one change; the cause is one of the commands. */
export function describeChange(change: ToldChange, rows: readonly CommandRow[]): string {
  return say({ first: change, changes: [change], unseen: 0, cause: causeFinder(rows)(change) });
}

function compareFolds({ first: a }: Fold, { first: b }: Fold): number {
  return (
    compareText(a.stream, b.stream) ||
    // What is of no group stands first, also before a group with an empty name.
    Number(groupOf(a) !== null) - Number(groupOf(b) !== null) ||
    compareText(groupOf(a) ?? '', groupOf(b) ?? '') ||
    rankOf(a.kind) - rankOf(b.kind)
  );
}

function lineOf(fold: Fold): ChangeLine {
  const { first, changes, cause } = fold;
  return {
    kind: first.kind,
    sign: signOf(first.kind),
    text: say(fold),
    count: countOf(fold),
    stream: first.stream,
    group: groupOf(first),
    consumer: ownerOf(first),
    ids: changes.flatMap((change) => idOf(change) ?? []).slice(0, MAX_CHANGE_IDS),
    row: cause?.row ?? null,
  };
}

function lineOfRest(lines: readonly ChangeLine[]): ChangeLine {
  const count = lines.reduce((sum, line) => sum + line.count, 0);
  const text = `There are ${count} more changes, which are not listed here.`;
  const none = { stream: '', group: null, consumer: null, ids: [], row: null };
  return { kind: 'more', sign: '~', text, count, ...none };
}
