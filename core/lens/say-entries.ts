import { countOf, type Fold, type FoldOf } from './fold.ts';
import { idOf } from './change-parts.ts';
import { nameIn, subjectOf, type Subject } from './words.ts';

/** The entries that a fold is about, as the subject of a sentence. */
export function entriesIn(fold: Fold): Subject {
  const ids = fold.changes.flatMap((change) => idOf(change) ?? []);
  return subjectOf(ids, countOf(fold));
}

/** What a sentence adds when the lens does not show all that it tells. */
export function shownOf({ changes, unseen }: Fold): string {
  if (unseen === 0) return '';
  return changes.length === 0
    ? '; the lens shows none of them'
    : `; the lens shows ${changes.length} of them`;
}

/** The sentence for entries that are there now. */
export function sayAdded(fold: FoldOf<'entry-added'>): string {
  const { text, pick } = entriesIn(fold);
  const by = fold.cause === null ? '' : ` by ${fold.cause.deed.command}`;
  return `${text} ${pick('was', 'were')} added to ${nameIn(fold.first.stream)}${by}${shownOf(fold)}.`;
}

/** The sentence for entries that are gone. */
export function sayRemoved(fold: FoldOf<'entry-removed'>): string {
  const { text, pick } = entriesIn(fold);
  const what = `${text} ${pick('was', 'were')}`;
  const from = nameIn(fold.first.stream);
  if (fold.cause === null) {
    return fold.first.why === 'trimmed'
      ? `${what} trimmed from ${from}: trimming takes the oldest entries first${shownOf(fold)}.`
      : `${what} deleted from ${from}${shownOf(fold)}.`;
  }
  const { command, option } = fold.cause.deed;
  if (option === 'MAXLEN') {
    return `${what} trimmed from ${from}, because ${command} with MAXLEN keeps only the newest entries${shownOf(fold)}.`;
  }
  if (option === 'MINID') {
    return `${what} trimmed from ${from}, because ${command} with MINID keeps no entry below that id${shownOf(fold)}.`;
  }
  return `${what} deleted from ${from} by ${command}${shownOf(fold)}.`;
}
