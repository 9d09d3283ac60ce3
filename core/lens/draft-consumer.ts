import { compareIds } from './compare-ids.ts';
import { DraftList } from './draft-list.ts';
import type { Draft } from './draft-tree.ts';
import type { Consumer, PendingRow } from './snapshot.ts';

type Figures = Omit<Consumer, 'name' | 'pending'>;

/** A consumer in the making. */
export class ConsumerDraft implements Draft<Consumer> {
  readonly rows: DraftList<PendingRow>;
  readonly #base: Consumer;
  #figures: Figures | null = null;

  constructor(base: Consumer) {
    this.#base = base;
    this.rows = new DraftList(
      base.pending,
      ({ id }) => id,
      (a, b) => compareIds(a.id, b.id),
    );
  }

  setFigures({ seenAt, activeAt, pendingCount }: Figures): void {
    this.#figures = { seenAt, activeAt, pendingCount };
  }

  finish(): Consumer {
    const pending = this.rows.finish();
    if (this.#figures === null && pending === this.#base.pending) return this.#base;
    return { ...this.#base, ...this.#figures, pending };
  }
}
