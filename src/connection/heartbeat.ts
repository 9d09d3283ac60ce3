/** How long the server may be silent before it is asked for a sign of life, in ms. */
const quietAfter = 15_000;
/** How long it may then take to answer, in ms. */
const answerWithin = 10_000;

/**
 * Notices a connection that is dead without having been closed (a laptop that slept, a network
 * that changed): asks after a silence, and gives up when nothing comes back.
 */
export class Heartbeat {
  readonly #ask: () => void;
  readonly #giveUp: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ask: () => void, giveUp: () => void) {
    this.#ask = ask;
    this.#giveUp = giveUp;
  }

  start(): void {
    this.heard();
  }

  /** Anything that was received is a sign of life. */
  heard(): void {
    this.stop();
    this.#timer = setTimeout(() => {
      this.#ask();
      this.#timer = setTimeout(this.#giveUp, answerWithin);
    }, quietAfter);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
