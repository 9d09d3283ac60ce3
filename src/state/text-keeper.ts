/** A text that was kept. */
export interface KeptText {
  text: string;
  /** hashSource() of the original that was edited; null when there is none. */
  original: string | null;
}

/** Where the text of one cell is kept between visits. */
export interface TextKeeper {
  /** The kept text; null when there is only the original. */
  load(): KeptText | null;
  /** Keeps a text; null keeps none. False when the browser has no room for it. */
  save(kept: KeptText | null): boolean;
}
