/** Puts a text in the place of what stands between two offsets. */
export interface TextEdit {
  start: number;
  end: number;
  text: string;
}

/** A text after edits that do not overlap; of two at one place, the first comes first. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = edits.toSorted((a, b) => a.start - b.start);
  let result = '';
  let done = 0;
  for (const { start, end, text: inserted } of sorted) {
    if (start < done) continue;
    result += text.slice(done, start) + inserted;
    done = end;
  }
  return result + text.slice(done);
}
