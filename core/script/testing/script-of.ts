import { makeScript } from '../make-script.ts';
import type { CellText } from '../script-cell.ts';

/** The script of the last of these cells, which are called a, b, c and so on. */
export function script(...texts: string[]) {
  const cells = texts.map((text, index) => {
    return cellOf(String.fromCharCode(97 + index), text);
  });
  const last = cells.at(-1)?.slug ?? '';
  return makeScript(cells, last, [last]);
}

/** A cell of a lesson as its author wrote it. */
export function cellOf(slug: string, text: string, more: Partial<CellText> = {}): CellText {
  const bonds = { blocking: false, needs: [], wakes: null, isOriginal: true };
  return { slug, title: `Cell ${slug}`, text, ...bonds, ...more };
}

/** What comes after the comment at the top, and after what lets it print deep values. */
export function code(...texts: string[]): string {
  return codeOf(script(...texts).text);
}

/** The same, of a text. */
export function codeOf(text: string): string {
  return text
    .replace(/^(\/\/.*\n)+\n/, '')
    .replace("import { inspect } from 'node:util';\n", '')
    .replace(/\/\/ Node prints .*\ninspect\.defaultOptions\.depth = null;\n\n/, '')
    .replace(/^\n/, '');
}

/** The cell that connects. */
export const connect =
  "import { Database } from 'walrus';\n\nconst db = await Database.connect();\ndb;\n";
