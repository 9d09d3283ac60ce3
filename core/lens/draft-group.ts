import { ConsumerDraft } from './draft-consumer.ts';
import { DraftTree, type Draft } from './draft-tree.ts';
import type { Consumer, Group } from './snapshot.ts';

type Figures = Omit<Group, 'name' | 'lastDeliveredId' | 'consumers'>;

/** A group in the making. */
export class GroupDraft implements Draft<Group> {
  readonly consumers: DraftTree<Consumer, ConsumerDraft>;
  readonly #base: Group;
  #figures: Partial<Group> = {};

  constructor(base: Group) {
    this.#base = base;
    this.consumers = new DraftTree(
      base.consumers,
      ({ name }) => name,
      (consumer) => new ConsumerDraft(consumer),
    );
  }

  setFigures({ entriesRead, lag, pendingCount, omitted }: Figures): void {
    this.#figures = { ...this.#figures, entriesRead, lag, pendingCount, omitted };
  }

  setLastDeliveredId(lastDeliveredId: string): void {
    this.#figures = { ...this.#figures, lastDeliveredId };
  }

  finish(): Group {
    const consumers = this.consumers.finish();
    const isSame = Object.keys(this.#figures).length === 0 && consumers === this.#base.consumers;
    return isSame ? this.#base : { ...this.#base, ...this.#figures, consumers };
  }
}
