import typescript from 'typescript';
import { collectCellTypes } from '../../build/cell-types/collect-cell-types.ts';
import { createLanguage } from '../language.ts';
import { prelude } from '../prelude/prelude.ts';

// One for all notebooks of a test: what it has read of the libraries it does not read again.
const language = createLanguage(typescript, await collectCellTypes(), prelude);

/** A notebook whose cells are named `a`, `b`, `c` … in reading order. `‸` marks a place in one of them. */
export function notebookAt(...texts: string[]) {
  const slugs = texts.map((_, index) => String.fromCharCode('a'.charCodeAt(0) + index));
  const marked = texts.findIndex((text) => text.includes('‸'));
  const place = { slug: slugs[marked] ?? 'a', offset: texts[marked]?.indexOf('‸') ?? 0 };
  const cells = slugs.map((slug, index) => ({ slug, text: texts[index]?.replace('‸', '') ?? '' }));
  language.cells({ order: slugs, changed: cells });
  return { language, cells, place };
}
