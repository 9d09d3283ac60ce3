/** A cell as its editor needs it. */
export interface NotebookCell {
  readonly slug: string;
  readonly text: string;
  /** Which of its texts that is: each one has a history of its own. */
  readonly textName: string;
  /** The learner has changed the text. */
  setText(text: string): void;
}
