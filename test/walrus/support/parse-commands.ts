/** What a client has sent so far, cut into commands, and the bytes of the one that is not complete. */
export interface ParsedCommands {
  commands: string[][];
  rest: Buffer;
}

/** Cuts RESP requests (arrays of bulk strings, the only form that node-redis sends) into words. */
export function parseCommands(bytes: Buffer): ParsedCommands {
  const commands: string[][] = [];
  let done = 0;
  for (;;) {
    const parsed = parseOne(bytes, done);
    if (!parsed) return { commands, rest: bytes.subarray(done) };
    commands.push(parsed.words);
    done = parsed.end;
  }
}

function parseOne(bytes: Buffer, start: number): { words: string[]; end: number } | null {
  let at = start;
  const line = (): string | null => {
    const end = bytes.indexOf('\r\n', at);
    if (end < 0) return null;
    const text = bytes.toString('utf8', at, end);
    at = end + 2;
    return text;
  };
  const head = line();
  if (head === null) return null;
  const words: string[] = [];
  for (let left = Number(head.slice(1)); left > 0; left -= 1) {
    const size = line();
    if (size === null) return null;
    const length = Number(size.slice(1));
    if (bytes.length < at + length + 2) return null;
    words.push(bytes.toString('utf8', at, at + length));
    at += length + 2;
  }
  return { words, end: at };
}
