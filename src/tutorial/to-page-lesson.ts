import type { Block, Lesson } from '../../core/lesson/lesson.ts';
import type { PageBlock, PageLesson } from './page-lesson.ts';

/** Returns highlighted HTML of a piece of code. */
export type Highlight = (code: string, language: string) => string;

/** A parsed lesson with its code highlighted and its headings one level down, below the page's own. */
export function toPageLesson(lesson: Lesson, highlight: Highlight): PageLesson {
  return { ...lesson, blocks: lesson.blocks.map((block) => toPageBlock(block, highlight)) };
}

function toPageBlock(block: Block, highlight: Highlight): PageBlock {
  switch (block.kind) {
    case 'prose':
      return { kind: 'prose', html: lowerHeadings(block.html) };
    case 'listing':
      return { ...block, html: highlight(block.code, languageName(block.language)) };
    case 'cell': {
      const { slug, title, code, python, blocking, needs, wakes, note, explains } = block.cell;
      return {
        kind: 'cell',
        cell: {
          slug,
          title,
          source: code.walrus,
          html: highlight(code.walrus, 'typescript'),
          python,
          pythonHtml: python === null ? null : highlight(python, 'python'),
          blocking,
          needs,
          wakes,
          note: note && { ...note, reason: lowerHeadings(note.reason) },
          explains,
        },
      };
    }
  }
}

/** The title of a lesson is a second-level heading of the page, so `##` in its text is a third. */
function lowerHeadings(html: string): string {
  return html.replace(/(<\/?h)([2-5])\b/g, (_, tag: string, level: string) => tag + (+level + 1));
}

const languageNames: Record<string, string> = { ts: 'typescript', sh: 'shellscript', py: 'python' };

function languageName(language: string): string {
  return languageNames[language] ?? language;
}
