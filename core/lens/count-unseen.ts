import type { Change, ToldChange } from './change.ts';
import { groupOf, ownerOf } from './change-parts.ts';
import type { Cause } from './find-cause.ts';
import type { Fold } from './fold.ts';

type Figures = Extract<Change, { kind: 'stream-figures' | 'consumer-figures' }>;

/**
 * Adds what the lens has no room for: figures tell how many entries were added and removed, and by
 * how many the pending entries of a consumer are more or fewer, whether they are shown or not.
 */
export function countUnseen(
  folds: readonly Fold[],
  changes: readonly Change[],
  find: (change: ToldChange) => Cause | null,
): Fold[] {
  const all = [...folds];
  for (const change of changes) {
    if (change.kind !== 'stream-figures' && change.kind !== 'consumer-figures') continue;
    for (const { like, unseen } of unseenBy(change, folds)) {
      const at = all.findIndex(({ first }) => isAlike(first, like));
      const fold = all[at];
      if (fold !== undefined) {
        all[at] = { ...fold, unseen: fold.unseen + unseen };
        continue;
      }
      // Nothing of it is shown: it is told only when a command explains it.
      const cause = find(like);
      if (cause !== null) all.push({ first: like, changes: [], unseen, cause });
    }
  }
  return all;
}

/** What changes there must have been beside those that are shown, and how many. */
function unseenBy(
  figures: Figures,
  folds: readonly Fold[],
): { like: ToldChange; unseen: number }[] {
  const { stream } = figures;
  const count = (isCounted: (change: ToldChange) => boolean) =>
    folds.reduce((sum, { first, changes }) => sum + (isCounted(first) ? changes.length : 0), 0);
  if (figures.kind === 'stream-figures') {
    const of = (kind: ToldChange['kind']) =>
      count((change) => change.kind === kind && change.stream === stream);
    const added = (figures.added ?? 0) - of('entry-added');
    const removed = (figures.removed ?? 0) - of('entry-removed');
    const entry = { id: '', fields: [] };
    return [
      { like: { kind: 'entry-added', stream, entry } as const, unseen: added },
      { like: { kind: 'entry-removed', stream, id: '', why: 'trimmed' } as const, unseen: removed },
    ].filter(({ unseen }) => unseen > 0);
  }
  const { group, consumer } = figures;
  const isHere = (change: ToldChange) => change.stream === stream && groupOf(change) === group;
  const came = count((c) => isHere(c) && COMES.has(c.kind) && ownerOf(c) === consumer);
  const left = count(
    (c) =>
      isHere(c) &&
      (c.kind === 'claimed' ? c.from === consumer : LEAVES.has(c.kind) && ownerOf(c) === consumer),
  );
  const unseen = figures.grown - came + left;
  const place = { stream, group, consumer };
  const row = { id: '', deliveredAt: 0, deliveries: 1, ghost: false };
  if (unseen > 0) return [{ like: { kind: 'delivered', ...place, row }, unseen }];
  if (unseen < 0) return [{ like: { kind: 'acknowledged', ...place, id: '' }, unseen: -unseen }];
  return [];
}

const COMES: ReadonlySet<string> = new Set(['delivered', 'claimed']);
const LEAVES: ReadonlySet<string> = new Set(['acknowledged', 'dropped', 'ghost-gone']);

function isAlike(a: ToldChange, b: ToldChange): boolean {
  return (
    a.kind === b.kind &&
    a.stream === b.stream &&
    groupOf(a) === groupOf(b) &&
    ownerOf(a) === ownerOf(b)
  );
}
