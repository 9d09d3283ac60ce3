/** What came of a wish: a sentence, and whether it is one about a problem. */
export interface Told {
  text: string;
  isProblem: boolean;
}
