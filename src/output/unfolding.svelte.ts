import { useRunShown } from './run-shown.ts';

/** Whether the learner has unfolded a long output. What another run shows in its place begins folded. */
export class Unfolding {
  readonly #run = useRunShown();

  isChosen: boolean = $derived.by(() => {
    void this.#run();
    return false;
  });

  toggle(): void {
    this.isChosen = !this.isChosen;
  }
}
