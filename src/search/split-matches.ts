/** A piece of a text, and whether it is what was searched for. */
export interface Piece {
  text: string;
  isMatch: boolean;
}

/** A text in pieces, so that each occurrence of a word stands alone. Words are in lower case. */
export function splitMatches(text: string, words: readonly string[]): Piece[] {
  const lower = text.toLowerCase();
  const pieces: Piece[] = [];
  let done = 0;
  for (let at = 0; at < text.length;) {
    const word = words.filter((one) => lower.startsWith(one, at)).toSorted(byLength)[0];
    if (word === undefined) {
      at++;
      continue;
    }
    if (at > done) pieces.push({ text: text.slice(done, at), isMatch: false });
    pieces.push({ text: text.slice(at, at + word.length), isMatch: true });
    at += word.length;
    done = at;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), isMatch: false });
  return pieces;
}

function byLength(a: string, b: string): number {
  return b.length - a.length;
}
