import type { Cell } from '../../core/lesson/lesson.ts';
import type { LensSnapshot } from '../../core/lens/snapshot.ts';
import type { Blocked } from '../../core/session/run.ts';
import type { Learner, Shown } from '../support/learner.ts';
import type { Seen } from './expectations/seen.ts';

/** A run of a cell of the tutorial, with all that a learner sees of it. */
export class Watched {
  readonly cell: Cell;
  /** The id of the run. */
  readonly id: string;
  readonly #learner: Learner;
  readonly #before: LensSnapshot;
  readonly #blocked: Blocked[] = [];

  /** Queues the run. */
  constructor(learner: Learner, cell: Cell, turn: 'soon' | 'in-turn') {
    this.cell = cell;
    this.#learner = learner;
    this.#before = lensOf(learner);
    this.id = learner.begin(cell.code.walrus, { cell: cell.slug, turn });
    const stop = learner.session.listen((event) => {
      if (!('run' in event) || event.run !== this.id) return;
      if (event.kind === 'run-blocked') this.#blocked.push(event.blocked);
      if (event.kind === 'run-ended') stop();
    });
  }

  /** What the run showed and did, once it has ended. The lens is read before a run is said to have ended. */
  async ended(): Promise<{ shown: Shown; seen: Seen }> {
    const shown = await this.#learner.ended(this.id);
    const seen: Seen = {
      printed: shown.text,
      value: shown.value,
      blocked: this.#blocked,
      before: this.#before,
      after: lensOf(this.#learner),
    };
    return { shown, seen };
  }
}

function lensOf(learner: Learner): LensSnapshot {
  const { lens } = learner.view;
  if (!lens) throw new Error('The lens has not been read yet.');
  return lens;
}
