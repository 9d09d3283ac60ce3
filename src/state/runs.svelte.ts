import { hasEnded, type Run } from '../../core/session/run.ts';
import type { SessionView } from '../../core/session/view.ts';
import { unsent, without, type Outbox, type RunRequest } from '../notebook/outbox.ts';
import { newestRuns, runsByCell } from '../notebook/runs-by-cell.ts';
import type { CellSurroundings } from './cell-surroundings.ts';
import type { Account } from './lens.svelte.ts';

/** The runs of all cells: those that the server has taken, and those that it was asked for. */
export class RunsState implements CellSurroundings {
  readonly #view: () => SessionView | null;
  /** Runs of a session that is gone, by cell: shown as stale until the cell is run again. */
  #former = $state.raw<ReadonlyMap<string, Run>>(newestRuns([]));
  #outbox = $state.raw<Outbox>([]);
  readonly #byCell = $derived.by(() => runsByCell(this.#view()?.runs ?? []));

  /** @param accountOf what a cell sent and changed, up to the moment that the lens shows */
  constructor(view: () => SessionView | null, accountOf: (slug: string) => Account | null) {
    this.#view = view;
    this.accountOf = accountOf;
  }

  readonly accountOf: (slug: string) => Account | null;

  /** Generation of the kernel that runs cells now; 0 while none is known. */
  get generation(): number {
    return this.#view()?.kernel.generation ?? 0;
  }

  runOf(slug: string): Run | null {
    return this.#byCell.get(slug)?.at(-1) ?? this.#former.get(slug) ?? null;
  }

  olderRunsOf(slug: string): readonly Run[] {
    const older = this.#byCell.get(slug)?.slice(0, -1) ?? [];
    return older.filter((run) => !hasEnded(run.status) && run.generation === this.generation);
  }

  isLost(slug: string): boolean {
    return !this.#byCell.has(slug) && this.#former.has(slug);
  }

  /** True when a cell has ever been run or asked for, as far as this page knows. */
  hasAny(slug: string): boolean {
    return this.#byCell.has(slug) || this.#former.has(slug) || this.isAsked(slug);
  }

  isAsked(slug: string): boolean {
    return this.#outbox.some(({ cell }) => cell === slug);
  }

  /** Remembers a run that is asked for, until the server has taken it. */
  ask(request: RunRequest): void {
    this.#outbox = [...this.#outbox, request];
  }

  /** The server has taken a run, or has refused it; gives what was asked for. */
  answered(run: string): RunRequest | null {
    const request = this.#outbox.find(({ run: id }) => id === run) ?? null;
    this.#outbox = without(this.#outbox, run);
    return request;
  }

  /** Asks for nothing any more. */
  forgetAsked(): void {
    this.#outbox = [];
  }

  /** Asks for no run of a cell any more; gives the ids of all its runs that are to be stopped. */
  forget(slug: string): string[] {
    const asked = this.#outbox.filter(({ cell }) => cell === slug).map(({ run }) => run);
    const going = (this.#byCell.get(slug) ?? []).filter(({ status }) => !hasEnded(status));
    this.#outbox = this.#outbox.filter(({ cell }) => cell !== slug);
    return [...asked, ...going.map(({ id }) => id)];
  }

  /** The newest run of a cell as a view has it, or as a session had it that is gone. */
  formerOf(slug: string, before: SessionView): Run | null {
    return newestRuns(before.runs, this.#former).get(slug) ?? null;
  }

  /** The session is gone: what it ran is shown as stale, and what it was asked for is dropped. */
  lose(last: SessionView | null): void {
    this.#former = newestRuns(last?.runs ?? [], this.#former);
    this.#outbox = [];
  }

  /** The session was found again: what it has not taken is to be sent once more. */
  resume(view: SessionView): void {
    this.#outbox = unsent(this.#outbox, view.runs);
  }

  get asked(): Outbox {
    return this.#outbox;
  }
}
