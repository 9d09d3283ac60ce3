import type { Topic } from '../../core/help/topic.ts';
import type { Dialect, Note } from '../../core/lesson/lesson.ts';
import type { PageExercise } from '../exercise/page-exercise.ts';
import type { CliText } from './cli-text.ts';

/** A lesson as the page shows it: the parsed one, with its code highlighted. */
export interface PageLesson {
  slug: string;
  title: string;
  /** The mistakes that it explains, beside those that its cells do. */
  explains: Topic[];
  blocks: PageBlock[];
}

/** A piece of a lesson, in reading order. `html` may be KEPT_HTML. */
export type PageBlock =
  | { kind: 'prose'; html: string }
  | { kind: 'listing'; language: string; code: string; html: string }
  | { kind: 'cell'; cell: PageCell };

/** A note as it is shown. */
export type PageNote = Omit<Note, 'markdown'>;

/** A cell as its author wrote it. */
export interface PageCell {
  slug: string;
  title: string;
  /** The texts that it starts with, and that "Restore original" brings back. */
  code: Record<Dialect, string>;
  /** That of walrus, highlighted: the other one is highlighted when somebody wants to see it. */
  html: string;
  /** What it sent to Redis when it was recorded, as lines for redis-cli; null where that was nothing. */
  cli: Record<Dialect, CliText | null>;
  /** The call of the Python library that it mirrors; null when there is none. */
  python: string | null;
  pythonHtml: string | null;
  blocking: boolean;
  /** Slugs of cells above that put into Redis what it works with. */
  needs: string[];
  /** The slug of the blocking cell above that it wakes; null when it wakes none. */
  wakes: string | null;
  /** Then-and-now note, of HTML that may be KEPT_HTML; null when there is none. */
  note: PageNote | null;
  /** What the learner is asked to do in it; null when it only shows something. */
  exercise: PageExercise | null;
  /** The mistakes that it explains. */
  explains: Topic[];
}

/**
 * Stands for HTML that the prerendered page has already. When a page is hydrated, Svelte keeps what
 * an `{@html}` block finds in the document and does not look at its value, so all prose and highlighted
 * code can be left out of the script: the browser would only download them twice.
 */
export const KEPT_HTML = '<!--prerendered-->';

/** The lessons without the HTML that a prerendered page holds. */
export function withoutHtml(lessons: PageLesson[]): PageLesson[] {
  return lessons.map((lesson) => ({ ...lesson, blocks: lesson.blocks.map(leanBlock) }));
}

function leanBlock(block: PageBlock): PageBlock {
  if (block.kind !== 'cell') return { ...block, html: KEPT_HTML };
  const { cell } = block;
  return {
    kind: 'cell',
    cell: {
      ...cell,
      html: KEPT_HTML,
      pythonHtml: cell.pythonHtml === null ? null : KEPT_HTML,
      note: cell.note && { ...cell.note, then: KEPT_HTML, today: KEPT_HTML, reason: KEPT_HTML },
    },
  };
}
