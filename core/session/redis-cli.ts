/** What redis-cli takes as it is: no space, no quote, no backslash, nothing that cannot be seen. */
const plain = /^[^\s"'\\\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+$/u;

const special = /["\\\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

const escapes: Record<string, string> = {
  '"': String.raw`\"`,
  '\\': String.raw`\\`,
  '\n': String.raw`\n`,
  '\r': String.raw`\r`,
  '\t': String.raw`\t`,
  '\b': String.raw`\b`,
  '\u0007': String.raw`\a`,
};

/**
 * A command and its arguments as one line that redis-cli reads as just these arguments: those that need
 * it stand in double quotes, and what cannot be seen is written as the bytes of its UTF-8, `\xNN`.
 */
export function toRedisCli(args: readonly string[]): string {
  return args.map(quoteForRedisCli).join(' ');
}

/** One argument of such a line. */
export function quoteForRedisCli(arg: string): string {
  return plain.test(arg) ? arg : `"${arg.replace(special, escape)}"`;
}

function escape(character: string): string {
  const known = escapes[character];
  if (known !== undefined) return known;
  const bytes = encodeURIComponent(character);
  // A control character of ASCII; or one beyond it, of which all bytes are percent-encoded.
  return bytes.replaceAll('%', String.raw`\x`).toLowerCase();
}
