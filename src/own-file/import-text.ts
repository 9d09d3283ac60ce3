import type { ImportPlan } from '../storage/plan-import.ts';

/** What loading a file would do, in sentences. */
export function importText({ edits, scratch, conflicts, several, same }: ImportPlan): string[] {
  const own = scratch.length - conflicts.length - several.length;
  const brought = [
    ...(edits.length > 0 ? [count(edits.length, 'edited cell')] : []),
    ...(own > 0 ? [count(own, 'scratch cell')] : []),
  ];
  return [
    ...(brought.length > 0 ? [`It brings ${brought.join(' and ')}.`] : []),
    ...(conflicts.length > 0
      ? [
          `${count(conflicts.length, 'cell')} ${conflicts.length === 1 ? 'has' : 'have'} another text here: ${names(conflicts)}. Yours stays, and the one from the file comes below it as a scratch cell.`,
        ]
      : []),
    ...(several.length > 0
      ? [
          `In the file, two tabs had not agreed about ${names(several)}: each further text comes below its cell as a scratch cell.`,
        ]
      : []),
    ...(same > 0 ? [`${count(same, 'text')} ${same === 1 ? 'is' : 'are'} here already.`] : []),
    ...(brought.length + conflicts.length + several.length + same === 0
      ? ['It holds no text of a cell.']
      : []),
  ];
}

function names(titles: readonly string[]): string {
  return [...new Set(titles)].map((title) => `“${title}”`).join(', ');
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
