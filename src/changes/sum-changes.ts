import type { ChangeLine } from '../../core/lens/change-line.ts';

/** What came, what went, what is different, as the tab shows it: `+1 −1 ~2`; `none`. */
export function sumChanges(changes: readonly ChangeLine[]): string {
  const signs = [
    ['+', '+'],
    ['-', '−'],
    ['~', '~'],
  ] as const;
  const parts = signs.flatMap(([sign, shown]) => {
    const sum = changes.reduce((all, line) => all + (line.sign === sign ? line.count : 0), 0);
    return sum === 0 ? [] : [`${shown}${sum.toLocaleString('en')}`];
  });
  return parts.length === 0 ? 'none' : parts.join(' ');
}
