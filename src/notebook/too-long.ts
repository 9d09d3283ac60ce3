import { MAX_SOURCE_LENGTH } from '../../core/limits/limits.ts';

/** What a learner is told about a cell that is too long to be run; the text stays as it is. */
export function tooLongText(length: number): string {
  const has = length.toLocaleString('en');
  const may = MAX_SOURCE_LENGTH.toLocaleString('en');
  return `This cell has ${has} characters; at most ${may} can be run. Your text is kept: shorten it, or build large data in code.`;
}
