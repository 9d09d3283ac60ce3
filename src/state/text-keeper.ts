import type { KeptText } from '../notebook/kept-text.ts';

/** Where the text of one cell is kept, for all tabs of a browser. */
export interface TextKeeper {
  /** What is kept now; null when nothing is. */
  load(): KeptText | null;
  /** False when the browser has no room for it. */
  save(kept: KeptText): boolean;
  /** What is stored, as it is: another tab has written when it is not what it was. */
  stored(): string | null;
}
