/** A cell as its editor needs it. */
export interface NotebookCell {
  readonly slug: string;
  readonly text: string;
  /** The learner has changed the text. */
  setText(text: string): void;
}
