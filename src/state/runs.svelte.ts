import { hasEnded, type Run } from '../../core/session/run.ts';
import type { SessionView } from '../../core/session/view.ts';
import { unsent, without, type Outbox, type RunRequest } from '../notebook/outbox.ts';
import { runsByCell } from '../notebook/runs-by-cell.ts';
import { CellRuns } from './cell-runs.svelte.ts';
import { BLINK } from './blink.ts';
import type { CellSurroundings } from './cell-surroundings.ts';
import { accountOf, type Account } from './lens.svelte.ts';

/** The runs of all cells: those that the server has taken, and those that it was asked for. */
export class RunsState implements CellSurroundings {
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- what it holds is reactive: a new cell is no news
  readonly #cells = new Map<string, CellRuns>();
  #outbox: Outbox = [];
  generation = $state(0);

  readonly #pastAccountOf: (slug: string) => Account | null | undefined;

  /** @param pastAccountOf what a cell had sent and changed at the moment that the lens shows; undefined when that is now */
  constructor(pastAccountOf: (slug: string) => Account | null | undefined) {
    this.#pastAccountOf = pastAccountOf;
  }

  runsOf(slug: string): CellRuns {
    const known = this.#cells.get(slug);
    if (known) return known;
    const runs = new CellRuns();
    this.#cells.set(slug, runs);
    return runs;
  }

  accountOf(slug: string): Account | null {
    const past = this.#pastAccountOf(slug);
    return past === undefined ? accountOf(this.runsOf(slug).taken.at(-1) ?? null) : past;
  }

  /** Tells the cells what the session has now. */
  show(view: SessionView | null): void {
    const byCell = runsByCell(view?.runs ?? []);
    for (const slug of byCell.keys()) this.runsOf(slug);
    for (const [slug, runs] of this.#cells) runs.take(byCell.get(slug) ?? []);
    this.generation = view?.kernel.generation ?? 0;
  }

  /** Remembers a run that is asked for, until the server has taken it. */
  ask(request: RunRequest): void {
    this.#setOutbox([...this.#outbox, request]);
    setTimeout(() => {
      if (this.#outbox.includes(request)) this.runsOf(request.cell).isKeptWaiting = true;
    }, BLINK);
  }

  /** The server has taken a run, or has refused it; gives what was asked for. */
  answered(run: string): RunRequest | null {
    const request = this.#outbox.find(({ run: id }) => id === run) ?? null;
    this.#setOutbox(without(this.#outbox, run));
    return request;
  }

  /** Asks for nothing any more. */
  forgetAsked(): void {
    this.#setOutbox([]);
  }

  /** Asks for no run of a cell any more; gives the ids of all its runs that are to be stopped. */
  forget(slug: string): string[] {
    const asked = this.#outbox.filter(({ cell }) => cell === slug).map(({ run }) => run);
    const going = this.runsOf(slug).taken.filter(({ status }) => !hasEnded(status));
    this.#setOutbox(this.#outbox.filter(({ cell }) => cell !== slug));
    return [...asked, ...going.map(({ id }) => id)];
  }

  /** The newest run of a cell as a view has it, or as a session had it that is gone. */
  formerOf(slug: string, before: SessionView): Run | null {
    return before.runs.findLast(({ cell }) => cell === slug) ?? this.runsOf(slug).former;
  }

  /** The session is gone: what it ran is shown as stale, and what it was asked for is dropped. */
  lose(last: SessionView | null): void {
    for (const [slug, runs] of runsByCell(last?.runs ?? []))
      this.runsOf(slug).former = runs.at(-1) ?? null;
    this.#setOutbox([]);
  }

  /** The session was found again: what it has not taken is to be sent once more. */
  resume(view: SessionView): void {
    this.#setOutbox(unsent(this.#outbox, view.runs));
  }

  get asked(): Outbox {
    return this.#outbox;
  }

  #setOutbox(outbox: Outbox): void {
    this.#outbox = outbox;
    const asked = outbox.map(({ cell }) => cell);
    for (const slug of asked) this.runsOf(slug).isAsked = true;
    for (const [slug, runs] of this.#cells) {
      if (asked.includes(slug)) continue;
      runs.isAsked = false;
      runs.isKeptWaiting = false;
    }
  }
}
