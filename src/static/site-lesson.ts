import type { PageBlock, PageLesson } from '../tutorial/page-lesson.ts';
import { relink, type WayToId } from './relink.ts';

/** Headings as they stand below the title of a lesson; in the notebook, that is one level down itself. */
function raiseHeadings(html: string): string {
  return html.replaceAll(
    /(<\/?h)([3-6])\b/g,
    (_, tag: string, level: string) => tag + (+level - 1),
  );
}

/** A lesson as a page of its own. */
export function siteLesson(lesson: PageLesson, wayTo: WayToId): PageLesson {
  return { ...lesson, blocks: lesson.blocks.map((block) => siteBlock(block, wayTo)) };
}

function siteBlock(block: PageBlock, wayTo: WayToId): PageBlock {
  if (block.kind === 'listing') return block;
  if (block.kind === 'prose') return { ...block, html: raiseHeadings(relink(block.html, wayTo)) };
  const { cell } = block;
  const note = cell.note && {
    ...cell.note,
    reason: raiseHeadings(relink(cell.note.reason, wayTo)),
  };
  return { ...block, cell: { ...cell, note } };
}
