import type { Cell, Lesson } from './lesson.ts';

/** The cells of a lesson, in reading order. */
export function cellsOf(lesson: Lesson): Cell[] {
  return lesson.blocks.flatMap((block) => (block.kind === 'cell' ? [block.cell] : []));
}
