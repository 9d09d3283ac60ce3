import type { Topic } from '../help/topic.ts';
import type { Exercise } from './exercise.ts';

/** The two ways in which a cell can be written: with the library, or with the bare client. */
export type Dialect = 'walrus' | 'node-redis';

/** Where what was once written shows something else than what happens today. HTML, but for `when`. */
export interface Note {
  /** When it was so, in a word: `2018`. */
  when: string;
  /** What was shown then, without a paragraph around it. */
  then: string;
  /** What happens today, without a paragraph around it. */
  today: string;
  /** Why they differ. */
  reason: string;
  /** The same as its author wrote it. */
  markdown: { then: string; today: string; reason: string };
}

/** A runnable step of a lesson. */
export interface Cell {
  /** Stable id, unique in the notebook: links, saved edits and tests use it. */
  slug: string;
  /** Short name, for people who hear the page instead of seeing it. */
  title: string;
  code: { walrus: string; 'node-redis': string | null };
  /** The call of the Python library that it mirrors, as short code; null when there is none. */
  python: string | null;
  /** True when it waits until another cell wakes it. */
  blocking: boolean;
  /** Slugs of cells above that put into Redis what it works with, beside those whose variables it uses. */
  needs: string[];
  /** The slug of the blocking cell above that it wakes; null when it wakes none. */
  wakes: string | null;
  /** Then-and-now note; null when there is none. */
  note: Note | null;
  /** What the learner is asked to do in it; null when it only shows something. */
  exercise: Exercise | null;
  /** The mistakes that it explains. */
  explains: Topic[];
}

/** A piece of a lesson, in reading order. */
export type Block =
  | { kind: 'prose'; html: string; markdown: string }
  | { kind: 'listing'; language: string; code: string }
  | { kind: 'cell'; cell: Cell };

/** One section of the tutorial: one Markdown file. */
export interface Lesson {
  /** From the file's name, without its number: `first-steps`. */
  slug: string;
  title: string;
  /** The mistakes that it explains, beside those that its cells do. */
  explains: Topic[];
  blocks: Block[];
}
