import {
  MAX_VALUE_CHARACTERS,
  MAX_VALUE_CHILDREN,
  MAX_VALUE_PARTS,
} from '../../../../core/limits/limits.ts';

/** Values that may show themselves in their own words, within one value. */
const MOST_OWN_WORDS = 20;

/** How much of one value may still be described. */
export class Room {
  #parts = MAX_VALUE_PARTS;
  #characters = MAX_VALUE_CHARACTERS;
  #ownWords = MOST_OWN_WORDS;

  /** Takes the room of one part; false when there is none left. */
  takePart(): boolean {
    return this.#characters > 0 && --this.#parts >= 0;
  }

  /** Takes the room of a text, and gives as much of it as there is room for. */
  takeText(text: string, most: number): string {
    const taken = text.slice(0, Math.max(0, Math.min(most, this.#characters)));
    this.#characters -= taken.length;
    return taken;
  }

  takeOwnWords(): boolean {
    return --this.#ownWords >= 0;
  }

  /** Children of one part that are described, at most. */
  static readonly children = MAX_VALUE_CHILDREN;
}
