import { isProgress, loadProgress, saveProgress } from '../storage/progress.ts';
import type { SafeStorage } from '../storage/safe-storage.ts';

/** Which cells of the lessons have once run well, in this visit or an earlier one. */
export class Progress {
  readonly #storage: SafeStorage;
  #done = $state.raw<ReadonlyMap<string, number>>(noCells());

  constructor(storage: SafeStorage) {
    this.#storage = storage;
  }

  load(): void {
    this.#done = loadProgress(this.#storage);
  }

  has(cell: string): boolean {
    return this.#done.has(cell);
  }

  /** A cell has run well. */
  add(cell: string): void {
    if (this.has(cell)) return;
    const now = Date.now();
    saveProgress(this.#storage, cell, now);
    this.#done = withCell(this.#done, cell, now);
  }

  /** Another tab has written under a key of the storage; null = all may have changed. */
  follow(key: string | null): void {
    if (key === null || isProgress(key)) this.load();
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
