/** A line up to this long, in characters, says as much as a structure would. */
const SHORT = 80;

/** True for a text that is more than a short line; the newline at its end does not count. */
export function isWorthStructure(text: string): boolean {
  const line = text.endsWith('\n') ? text.length - 1 : text.length;
  const firstBreak = text.indexOf('\n');
  return line > SHORT || (firstBreak >= 0 && firstBreak < line);
}
