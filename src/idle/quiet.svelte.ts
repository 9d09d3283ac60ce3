/**
 * A learner who has just come, or whose cell has just ended, looks at that. What can wait is begun when
 * nothing has gone on for so long, in ms.
 */
export const QUIET = 300;

/** Tells when nothing has gone on for a moment; made by a component. */
export class Quiet {
  #isNow = $state(false);

  /** @param isStill true while nothing goes on; reactive */
  constructor(isStill: () => boolean) {
    $effect(() => {
      if (!isStill()) return;
      const timer = setTimeout(() => (this.#isNow = true), QUIET);
      return () => {
        clearTimeout(timer);
        this.#isNow = false;
      };
    });
  }

  get isNow(): boolean {
    return this.#isNow;
  }
}
