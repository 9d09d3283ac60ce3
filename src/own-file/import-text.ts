import type { ImportPlan } from '../storage/plan-import.ts';

/** What loading a file would do, in sentences. */
export function importText({ edits, scratch, conflicts, same }: ImportPlan): string[] {
  const own = scratch.length - conflicts.length;
  const brought = [
    ...(edits.length > 0 ? [count(edits.length, 'edited cell')] : []),
    ...(own > 0 ? [count(own, 'scratch cell')] : []),
  ];
  const names = conflicts.map((title) => `“${title}”`).join(', ');
  return [
    ...(brought.length > 0 ? [`It brings ${brought.join(' and ')}.`] : []),
    ...(conflicts.length > 0
      ? [
          `${count(conflicts.length, 'cell')} ${conflicts.length === 1 ? 'has' : 'have'} another text here: ${names}. Yours stays, and the one from the file comes below it as a scratch cell.`,
        ]
      : []),
    ...(same > 0 ? [`${count(same, 'text')} ${same === 1 ? 'is' : 'are'} here already.`] : []),
    ...(brought.length + conflicts.length + same === 0 ? ['It holds no text of a cell.'] : []),
  ];
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
