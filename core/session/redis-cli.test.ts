import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toRedisCli } from './redis-cli.ts';

describe('toRedisCli', () => {
  it('leaves what redis-cli takes as it is', () => {
    const line = 'XADD stream-a MAXLEN ~ 10 * naïve 1,5 [a] {b} $ > 0-0 💡';
    expect(toRedisCli(line.split(' '))).toBe(line);
  });

  it('quotes spaces, nothing at all, quotes and backslashes', () => {
    expect(toRedisCli(['SET', 'my key', ''])).toBe('SET "my key" ""');
    expect(toRedisCli(['say "hi"', "it's", 'a\\b'])).toBe(String.raw`"say \"hi\"" "it's" "a\\b"`);
  });

  it('writes what cannot be seen as redis-cli writes it', () => {
    expect(toRedisCli(['a\nb\r\t', '\b\u0007'])).toBe(String.raw`"a\nb\r\t" "\b\a"`);
    expect(toRedisCli(['\0\u001b\u007f'])).toBe(String.raw`"\x00\x1b\x7f"`);
  });

  it('writes characters that would hide or turn around the text by their bytes', () => {
    expect(toRedisCli(['a\u202eb', '\u2028', '\u0085'])).toBe(
      String.raw`"a\xe2\x80\xaeb" "\xe2\x80\xa8" "\xc2\x85"`,
    );
  });

  it('gives one line that reads as the same arguments, whatever they are', () => {
    const args = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 });
    const odd = fc.array(fc.string({ unit: fc.constantFrom(...' \t\n\0"\'\\xa0é\u202e') }));
    fc.assert(
      fc.property(fc.oneof(args, odd), (sent) => {
        const line = toRedisCli(sent);
        expect(line).not.toMatch(/\p{Cc}/u);
        expect(readLine(line)).toEqual(sent.map((arg) => Buffer.from(arg).toString('hex')));
      }),
    );
  });
});

/** Reads a line by the rules of redis-cli, byte by byte; each argument in hexadecimal digits. */
function readLine(line: string): string[] {
  const letters: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, a: 7 };
  const args = line.match(/"(?:\\.|[^"\\])*"|[^" ]+/gsu) ?? [];
  return args.map((arg) => {
    if (!arg.startsWith('"')) return Buffer.from(arg).toString('hex');
    const bytes: number[] = [];
    for (const [part] of arg.slice(1, -1).matchAll(/\\x[0-9a-f]{2}|\\.|[^\\]/gsu)) {
      if (/^\\x../u.test(part)) bytes.push(Number.parseInt(part.slice(2), 16));
      else if (part.startsWith('\\')) bytes.push(letters[part.slice(1)] ?? part.charCodeAt(1));
      else bytes.push(...Buffer.from(part));
    }
    return Buffer.from(bytes).toString('hex');
  });
}
