import { isProgress, loadProgress, saveProgress, type Milestone } from '../storage/progress.ts';
import type { SafeStorage } from '../storage/safe-storage.ts';

/** Which cells of the lessons have once come so far, in this visit or an earlier one. */
export class Progress {
  readonly #storage: SafeStorage;
  readonly #milestone: Milestone;
  #done = $state.raw<ReadonlyMap<string, number>>(noCells());

  constructor(storage: SafeStorage, milestone: Milestone) {
    this.#storage = storage;
    this.#milestone = milestone;
  }

  load(): void {
    this.#done = loadProgress(this.#storage, this.#milestone);
  }

  has(cell: string): boolean {
    return this.#done.has(cell);
  }

  /** A cell has come so far. */
  add(cell: string): void {
    if (this.has(cell)) return;
    const now = Date.now();
    saveProgress(this.#storage, this.#milestone, cell, now);
    this.#done = withCell(this.#done, cell, now);
  }

  /** Another tab has written under a key of the storage; null = all may have changed. */
  follow(key: string | null): void {
    if (key === null || isProgress(key, this.#milestone)) this.load();
  }
}

function noCells(): ReadonlyMap<string, number> {
  return new Map();
}

function withCell(
  done: ReadonlyMap<string, number>,
  cell: string,
  at: number,
): ReadonlyMap<string, number> {
  return new Map([...done, [cell, at]]);
}
