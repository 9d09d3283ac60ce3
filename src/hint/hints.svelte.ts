/** How long a hint stays, in ms: time enough to read two lines. */
const stay = 8_000;

/** One sentence at the edge of the page: what came of a key or a tool, where nothing else shows it. */
export class Hints {
  /** What is said now; null for nothing. */
  text = $state<string | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  say(text: string): void {
    this.text = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.text = null), stay);
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.text = null;
  }
}
