import { useNotebook } from '../state/context.ts';

/** The time of what the lens shows, in whole seconds: it moves on once a second, and not in the past. */
export class Seconds {
  readonly #now: () => number;

  /** @param now Unix time in ms, reactive */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Unix time in ms. */
  readonly now: number = $derived.by(() => Math.floor(this.#now() / 1000) * 1000);
}

/** The time for ages in the lens; to be called while a component is made. */
export function useSeconds(): Seconds {
  const notebook = useNotebook();
  const { lens, clock } = notebook;
  return new Seconds(() => (lens.isPast || lens.isRecorded ? (lens.snapshot?.at ?? 0) : clock.now));
}
