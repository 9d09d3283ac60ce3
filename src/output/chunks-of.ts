/** A piece of a long text that is laid out by itself, between two offsets (UTF-16 code units). */
export interface Chunk {
  from: number;
  to: number;
  /** Lines that it takes up, by estimate where lines are wrapped: as much room is kept until it is drawn. */
  lines: number;
  /** True when it holds a line that is too long to be shown in one. */
  isWrapped: boolean;
}

/** Lines and characters of a chunk: the browser lays out those that are in view, and no others. */
const MOST_LINES = 200;
const MOST_CHARACTERS = 20_000;

/** A line longer than this, in characters, is wrapped: nobody scrolls sideways so far. */
const LONGEST_LINE = 2000;
/** About what fits into one when lines are wrapped, in characters. */
const WRAPPED_LINE = 90;

/** Cuts a text into chunks, at the ends of lines where lines are not longer than a chunk. */
export function chunksOf(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  for (let from = 0; from < text.length;) {
    const chunk = chunkFrom(text, from);
    chunks.push(chunk);
    from = chunk.to;
  }
  return chunks;
}

function chunkFrom(text: string, from: number): Chunk {
  let to = from;
  let lines = 0;
  let wrapped = 0;
  let longest = 0;
  while (to < text.length && lines < MOST_LINES) {
    const found = text.indexOf('\n', to);
    const next = found === -1 ? text.length : found + 1;
    if (next - from > MOST_CHARACTERS && lines > 0) break;
    const end = Math.min(next, from + MOST_CHARACTERS);
    longest = Math.max(longest, end - to);
    wrapped += Math.ceil((end - to) / WRAPPED_LINE);
    to = end;
    lines++;
  }
  const isWrapped = longest > LONGEST_LINE;
  return { from, to, lines: isWrapped ? wrapped : lines, isWrapped };
}
