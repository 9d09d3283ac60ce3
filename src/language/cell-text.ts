/** A cell as the language service knows it. */
export interface CellText {
  slug: string;
  text: string;
}
