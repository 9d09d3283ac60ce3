import { PLAIN, type AnsiStyle, type StyledText } from './ansi-style.ts';

/**
 * One line as a terminal keeps it: what is written after a carriage return or a backspace takes the
 * place of what stood there, so that a progress bar shows its last state.
 */
export class TerminalLine {
  #parts: StyledText[] = [];
  #length = 0;
  /** The line letter by letter, once something has been written over; before that null. */
  #letters: StyledText[] | null = null;
  #at = 0;

  write(text: string, style: AnsiStyle): void {
    if (text === '') return;
    if (this.#letters === null && this.#at === this.#length) {
      this.#parts.push({ text, style });
      this.#length += text.length;
      this.#at = this.#length;
      return;
    }
    const letters = this.#split();
    for (const letter of text) letters[this.#at++] = { text: letter, style };
  }

  carriageReturn(): void {
    this.#at = 0;
  }

  backspace(): void {
    if (this.#letters === null) this.#split();
    this.#at = Math.max(0, this.#at - 1);
  }

  /** Erases from the cursor on (0), up to it (1), or all (2). */
  erase(mode: number): void {
    const letters = this.#split();
    if (mode === 0) letters.length = Math.min(letters.length, this.#at);
    else if (mode === 2) letters.length = 0;
    else letters.fill({ text: ' ', style: PLAIN }, 0, Math.min(letters.length, this.#at));
    for (let at = letters.length; at < this.#at; at++) letters[at] = { text: ' ', style: PLAIN };
  }

  get parts(): StyledText[] {
    return this.#letters ?? this.#parts;
  }

  #split(): StyledText[] {
    if (this.#letters !== null) return this.#letters;
    const before = this.#at;
    this.#letters = this.#parts.flatMap(({ text, style }) =>
      Array.from(text, (letter) => ({ text: letter, style })),
    );
    // A letter may be two code units.
    this.#at = before === this.#length ? this.#letters.length : before;
    return this.#letters;
  }
}
