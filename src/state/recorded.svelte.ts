import { SvelteSet } from 'svelte/reactivity';
import { forEachDialect } from '../../core/lesson/dialects.ts';
import type { Dialect } from '../../core/lesson/lesson.ts';
import type { RecordedNotebook } from '../../core/record/recorded-notebook.ts';
import {
  viewOfRecording,
  type RecordedRun,
  type RecordedView,
} from '../recorded/recorded-notebook-view.ts';
import type { SessionSource } from './session-source.ts';

/** What the notebook did when it was recorded, in the dialect that is shown: loaded late, or never. */
export class RecordedState implements SessionSource {
  readonly #dialect: () => Dialect;
  readonly #load: (dialect: Dialect) => Promise<RecordedNotebook | null>;
  #views = $state.raw<Record<Dialect, RecordedView | null>>(forEachDialect(() => null));
  /** Dialects that were asked for. */
  #asked: readonly Dialect[] = [];
  readonly #shown = new SvelteSet<string>();
  /** True when it could not be loaded. */
  hasFailed = $state(false);

  constructor(
    dialect: () => Dialect,
    load: (dialect: Dialect) => Promise<RecordedNotebook | null>,
  ) {
    this.#dialect = dialect;
    this.#load = load;
  }

  readonly #recorded: RecordedView | null = $derived.by(() => this.#views[this.#dialect()]);

  get view() {
    return this.#recorded?.view ?? null;
  }

  /** The Redis that it was recorded with. */
  get redis(): string {
    return this.#recorded?.redis ?? '';
  }

  /** Loads what was recorded in a dialect, once; after a failure the next call tries again. */
  async load(dialect: Dialect): Promise<void> {
    if (this.#asked.includes(dialect)) return;
    this.#asked = [...this.#asked, dialect];
    try {
      const notebook = await this.#load(dialect);
      if (notebook) this.#views = { ...this.#views, [dialect]: viewOfRecording(notebook) };
      this.hasFailed = false;
    } catch {
      this.#asked = this.#asked.filter((asked) => asked !== dialect);
      this.hasFailed = true;
    }
  }

  /** What was recorded in every dialect that there is, where it need not be loaded. */
  take(recorded: RecordedView): void {
    this.#views = forEachDialect(() => recorded);
    for (const slug of recorded.runs.keys()) this.show(slug);
  }

  /** What was recorded of a cell with just this text; null when nothing was, or it is not to be shown yet. */
  find(slug: string, hash: string): RecordedRun | null {
    if (!this.#shown.has(slug)) return null;
    const recorded = this.#recorded?.runs.get(slug) ?? null;
    return recorded?.run.sourceHash === hash ? recorded : null;
  }

  /** The recorded run of a cell is to be seen from now on. */
  show(slug: string): void {
    this.#shown.add(slug);
  }

  isShown(slug: string): boolean {
    return this.#shown.has(slug);
  }
}
