import type { ToldChange } from './change.ts';
import type { Cause } from './find-cause.ts';

/** Changes of one kind and place, done by one command, that one sentence tells. */
export interface Fold<C extends ToldChange = ToldChange> {
  /** At least one, unless all are unseen; then what one of them would be. */
  first: C;
  changes: readonly C[];
  /** How many more there are than the lens shows. */
  unseen: number;
  /** Of the last one. */
  cause: Cause | null;
}

/** A fold whose changes are of this kind. */
export type FoldOf<K extends ToldChange['kind']> = Fold<Extract<ToldChange, { kind: K }>>;

/** How many changes a fold tells. */
export function countOf({ changes, unseen }: Fold): number {
  return changes.length + unseen;
}
