import { setTimeout as pause } from 'node:timers/promises';
import type { Cell, Dialect } from '../../../core/lesson/lesson.ts';
import { EMPTY_LENS } from '../../../core/lens/snapshot.ts';
import type { Observed } from '../../../core/record/observed.ts';
import type { RunningServer } from '../../../server/server.ts';
import { Learner } from '../../support/learner.ts';

/** Between two cells, in ms: what happened at which cell can be told by the clock then. */
const PAUSE_MS = 5;

/** Longer than any cell of a lesson takes, in ms. */
const LONGEST_MS = 45_000;

/** A learner who runs a notebook in one dialect, cell by cell, and remembers all that could be seen. */
export class NotebookRun {
  readonly dialect: Dialect;
  /** In the order in which the cells were begun. */
  readonly observed: Observed[] = [];
  readonly #learner: Learner;
  /** A run that is blocked; the next cell has to wake it. */
  #blocked: { id: string; place: number } | null = null;

  constructor(server: RunningServer, dialect: Dialect) {
    this.dialect = dialect;
    this.#learner = new Learner(server);
  }

  /** Which Redis it has. */
  get redis(): { product: string; version: string } {
    const { product, version } = this.#learner.view.redis;
    return { product, version };
  }

  /**
   * Runs a cell to its end; one that is blocking, until it is blocked.
   * @throws Error when a cell does not succeed, or never ends
   */
  async next(cell: Cell): Promise<void> {
    await pause(PAUSE_MS);
    const place = this.observed.length;
    const before = this.#learner.view.lens ?? EMPTY_LENS;
    const id = this.#learner.begin(cell.code[this.dialect] ?? '', { cell: cell.slug });
    if (cell.blocking) {
      const run = await this.#inTime(cell.slug, this.#learner.status(id, 'blocked'));
      this.observed[place] = { run, lens: before };
      this.#blocked = { id, place };
      return;
    }
    await this.#end(cell.slug, id, place);
    const blocked = this.#blocked;
    this.#blocked = null;
    if (blocked) await this.#end(cell.slug, blocked.id, blocked.place);
  }

  /** All that was seen. @throws Error when a cell is still blocked */
  finish(): Observed[] {
    const blocked = this.#blocked && this.observed[this.#blocked.place];
    if (blocked) throw new Error(`Nothing has woken the cell "${blocked.run.cell}".`);
    return this.observed;
  }

  /** What is in Redis and what runs is given up. */
  leave(): void {
    this.#learner.leave();
  }

  async #end(slug: string, id: string, place: number): Promise<void> {
    const { run, error, notices } = await this.#inTime(slug, this.#learner.ended(id));
    const why = error ? `${error.name}: ${error.message}` : notices.join(' ');
    if (run.status !== 'ok' || why !== '')
      throw new Error(`The cell "${run.cell}" (${this.dialect}) did not go well: ${why}`);
    const former = this.observed[place];
    this.observed[place] = { run, lens: former?.lens ?? this.#learner.view.lens ?? EMPTY_LENS };
  }

  /** @throws Error when it takes longer than any cell should */
  async #inTime<T>(slug: string, work: Promise<T>): Promise<T> {
    const given = new AbortController();
    const late = pause(LONGEST_MS, null, { signal: given.signal }).then(() => {
      throw new Error(`The cell "${slug}" (${this.dialect}) has not ended by itself.`);
    });
    try {
      return await Promise.race([work, late]);
    } finally {
      late.catch(() => undefined);
      given.abort();
    }
  }
}
