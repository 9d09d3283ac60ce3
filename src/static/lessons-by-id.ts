import type { PageLesson } from '../tutorial/page-lesson.ts';

/** The lesson in which each id of the notebook stands: lessons, cells, and headings of their text. */
export function lessonsById(lessons: readonly PageLesson[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const { slug, blocks } of lessons) {
    found.set(slug, slug);
    for (const block of blocks) {
      if (block.kind === 'cell') found.set(`cell-${block.cell.slug}`, slug);
      if (block.kind !== 'prose') continue;
      for (const [, id] of block.html.matchAll(/<h\d id="([^"]+)"/g)) if (id) found.set(id, slug);
    }
  }
  return found;
}
