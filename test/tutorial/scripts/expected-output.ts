import type { RecordedCell } from '../../../core/record/recording.ts';

/**
 * What a script must print: all that its cells printed when they were recorded, and the values of those
 * that it was asked for. What a cell that waits shows comes after what woke it.
 */
export function expectedOutput(
  cells: readonly string[],
  asked: readonly string[],
  recorded: ReadonlyMap<string, RecordedCell>,
  wakerOf: ReadonlyMap<string, string>,
): string {
  const order = cells.flatMap((slug) => {
    if (wakerOf.has(slug)) return [];
    const woken = cells.filter((other) => wakerOf.get(other) === slug);
    return [slug, ...woken];
  });
  const texts = order.flatMap((slug) =>
    (recorded.get(slug)?.outputs ?? []).flatMap((output) => {
      if (output.kind === 'text') return [output.text];
      return output.kind === 'value' && asked.includes(slug) ? [shown(output.text)] : [];
    }),
  );
  return texts.join('\n');
}

/** An output without what differs from run to run, and without the habits of those who print it. */
export function plainOutput(text: string): string {
  return text
    .replace(/\b1[7-9]\d{11}-\d+/g, 'ID')
    .replace(/\b20[2-9]\d-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
    .replace(/(millisecondsSinceLastDelivery: )\d+/g, '$1MS')
    .replaceAll('"', "'")
    .replaceAll(/\s/g, '')
    .replaceAll(/,(?=[\]}])/g, '');
}

/** A value that is a text has quotes in the notebook, and none where it is printed. */
function shown(value: string): string {
  return /^'.*'$/s.test(value) ? value.slice(1, -1) : value;
}
