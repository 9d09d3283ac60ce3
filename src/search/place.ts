/** A place in the notebook that can be found. */
export interface Place {
  /** Slug of the lesson that it is in. */
  lesson: string;
  kind: 'heading' | 'prose' | 'cell';
  /** Id of the element that a link leads to: its own, or that of the nearest heading above. */
  anchor: string;
  /** Its name; for prose, that of the nearest heading above. */
  title: string;
  /** What else it says: prose, or code with its note; empty for a heading. */
  text: string;
}
