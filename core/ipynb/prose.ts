import type { Note } from '../lesson/lesson.ts';

/** Prose of a lesson below the title of the lesson, which is a second-level heading. */
export function lowered(markdown: string): string {
  return markdown.replace(/^(#{2,5}) /gm, '#$1 ');
}

/** A listing as Markdown: with more backticks than there are in a row in it. */
export function fenced(language: string, code: string): string {
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${code}\n${fence}`;
}

/** A solution of an exercise, folded. The blank lines let Markdown be read within HTML. */
export function solutionText(code: string): string {
  return `<details>\n<summary>Show the solution</summary>\n\n${fenced('typescript', code)}\n\n</details>`;
}

/** A then-and-now note as a quotation. */
export function noteText({ when, markdown: { then, today, reason } }: Note): string {
  const lines = [`**${when}:** ${then}`, '', `**Today:** ${today}`, '', ...reason.split('\n')];
  return lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n');
}
