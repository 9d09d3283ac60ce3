import type { Change } from '../../core/lens/change.ts';
import { diffSnapshots } from '../../core/lens/diff-snapshots.ts';
import type { LensSnapshot } from '../../core/lens/snapshot.ts';
import type { ReplayedView } from '../../core/record/replay.ts';
import type { CommandRow } from '../../core/session/command.ts';
import type { History, Mark } from '../../core/session/history.ts';
import type { Blocked, Run } from '../../core/session/run.ts';
import { snapshotAt } from '../../core/session/snapshot-at.ts';
import type { SessionSource } from './session-source.ts';

/** One entry of one stream. */
export interface EntryRef {
  stream: string;
  id: string;
}

/** A cell that waits in a blocking command. */
export interface Waiting {
  cell: string;
  blocked: Blocked;
}

/** What a run sent and changed, as the page shows it under its cell. */
export interface Account {
  commands: CommandRow[];
  commandsOmitted: number;
  changes: Mark['changes'];
  /** True when it is told as it was at an earlier moment. */
  isPast: boolean;
}

/** What a run has sent and changed so far; null when it has not begun. */
export function accountOf(run: Run | null): Account | null {
  return run && run.startedAt !== null ? { ...run, isPast: false } : null;
}

/** What the stream lens shows: the streams as they are, or as they were at a mark of the history. */
export class LensState {
  readonly #session: SessionSource;
  readonly #recorded: SessionSource;

  /** Id of the mark that is looked at; null = now. */
  #at = $state<string | null>(null);
  /** The cell that the learner is in; null before the first. */
  focusedCell = $state<string | null>(null);
  /** Key of the stream that stays in view, whatever the cells do; null when the lens follows them. */
  pinned = $state<string | null>(null);
  /** The entry whose life is told; null when none is. */
  followed = $state.raw<EntryRef | null>(null);

  /** @param recorded what is shown as long as the session has nothing to show */
  constructor(session: SessionSource, recorded: SessionSource) {
    this.#session = session;
    this.#recorded = recorded;
  }

  readonly #view: ReplayedView | null = $derived.by(
    () => this.#session.view ?? this.#recorded.view,
  );
  /** True while nothing of what is shown has happened here. */
  readonly isRecorded: boolean = $derived.by(
    () => this.#session.view === null && this.#recorded.view !== null,
  );

  readonly history: History | null = $derived.by(() => this.#view?.history ?? null);
  readonly marks: readonly Mark[] = $derived.by(() => this.history?.marks ?? []);

  /** Index of the mark that is looked at; null = now. A mark that was forgotten leads back to now. */
  readonly index: number | null = $derived.by(() => {
    // Asked for first: nothing that happens is news to what shows the present.
    const at = this.#at;
    if (at === null) return null;
    const index = this.marks.findIndex(({ id }) => id === at);
    return index < 0 ? null : index;
  });
  readonly isPast: boolean = $derived.by(() => this.index !== null);
  readonly mark: Mark | null = $derived.by(() =>
    this.index === null ? null : (this.marks[this.index] ?? null),
  );

  /** The streams as they are now, whatever is shown; null while nothing is known. */
  get latest(): LensSnapshot | null {
    return this.#view?.lens ?? null;
  }

  /** The streams as they are shown; null while nothing is known. */
  readonly snapshot: LensSnapshot | null = $derived.by(() => {
    if (this.history === null || this.index === null) return this.#view?.lens ?? null;
    return snapshotAt(this.history, this.index);
  });

  /** What is different in the snapshot: by the mark, or since the last run was started. */
  readonly changes: readonly Change[] = $derived.by(() => {
    if (this.mark !== null) return this.mark.delta;
    const { lens = null, lensBase = null } = this.#view ?? {};
    return lens && lensBase ? diffSnapshots(lensBase, lens) : [];
  });

  /** Cells that wait in a blocking command now; none in the past. */
  readonly waiting: readonly Waiting[] = $derived.by(() =>
    this.isPast
      ? []
      : (this.#view?.runs ?? []).flatMap(({ cell, status, blocked }) =>
          status === 'blocked' && blocked ? [{ cell, blocked }] : [],
        ),
  );

  /** Looks at a mark; null = now. */
  goTo(mark: string | null): void {
    this.#at = mark;
  }

  /** What a cell sent and changed, up to the moment that is looked at; null when it had not run by then. */
  accountOf(cell: string): Account | null {
    if (this.index !== null) return this.#accountAt(this.index, cell);
    return accountOf(this.#view?.runs.findLast((run) => run.cell === cell) ?? null);
  }

  /** What a cell had sent and changed here at an earlier moment that is looked at; undefined when none is. */
  pastAccountOf(cell: string): Account | null | undefined {
    if (this.index === null) return undefined;
    // What was recorded is nothing that a cell has done here.
    return this.isRecorded ? null : this.#accountAt(this.index, cell);
  }

  #accountAt(index: number, cell: string): Account | null {
    const upToNow = this.marks.slice(0, index + 1);
    const mark = upToNow.findLast((one) => one.kind === 'run' && one.cell === cell);
    return mark ? { ...mark, isPast: true } : null;
  }
}
