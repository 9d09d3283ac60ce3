import type { Block, Cell, Lesson, Note } from '../../core/lesson/lesson.ts';
import { forEachDialect } from '../../core/lesson/dialects.ts';
import type { Recording } from '../../core/record/recording.ts';
import { pageExercise } from '../exercise/page-exercise.ts';
import { cliText } from './cli-text.ts';
import type { PageBlock, PageCell, PageLesson, PageNote } from './page-lesson.ts';

/** Returns highlighted HTML of a piece of code. */
export type Highlight = (code: string, language: string) => string;

/**
 * A parsed lesson with its code highlighted and its headings one level down, below the page's own.
 * @param recording what its cells did when they were recorded; null when there is none
 */
export function toPageLesson(
  lesson: Lesson,
  recording: Recording | null,
  highlight: Highlight,
): PageLesson {
  const blocks = lesson.blocks.map((block) => toPageBlock(block, recording, highlight));
  return { ...lesson, blocks };
}

function toPageBlock(
  block: Block,
  recording: Recording | null,
  highlight: Highlight,
): PageBlock {
  switch (block.kind) {
    case 'prose':
      return { kind: 'prose', html: lowerHeadings(block.html) };
    case 'listing':
      return { ...block, html: highlight(block.code, languageName(block.language)) };
    case 'cell': {
      const { slug, title, python, blocking, needs, wakes, note, explains } = block.cell;
      const code = textsOf(block.cell);
      return {
        kind: 'cell',
        cell: {
          slug,
          title,
          code,
          html: highlight(code.walrus, 'typescript'),
          cli: forEachDialect((dialect) =>
            cliText(recording, dialect, { slug, code: code[dialect] }),
          ),
          python,
          pythonHtml: python === null ? null : highlight(python, 'python'),
          blocking,
          needs,
          wakes,
          note: note && toPageNote(note),
          exercise: pageExercise(block.cell),
          explains,
        },
      };
    }
  }
}

/** A cell that its author has written in one dialect only is the same in the other. */
export function textsOf({ code }: Cell): PageCell['code'] {
  return { walrus: code.walrus, 'node-redis': code['node-redis'] ?? code.walrus };
}

/** What is shown of a note; its Markdown stays behind. */
function toPageNote({ when, then, today, reason }: Note): PageNote {
  return { when, then, today, reason: lowerHeadings(reason) };
}

/** The title of a lesson is a second-level heading of the page, so `##` in its text is a third. */
function lowerHeadings(html: string): string {
  return html.replace(/(<\/?h)([2-5])\b/g, (_, tag: string, level: string) => tag + (+level + 1));
}

const languageNames: Record<string, string> = { ts: 'typescript', sh: 'shellscript', py: 'python' };

function languageName(language: string): string {
  return languageNames[language] ?? language;
}
