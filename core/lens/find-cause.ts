import type { CommandRow } from '../session/command.ts';
import type { ToldChange } from './change.ts';
import type { Deed } from './deed.ts';
import { deedsOf } from './deeds-of.ts';
import { idsIn } from './entry-id.ts';
import { ClueIndex } from './clue-index.ts';
import { fitOf, type Clue } from './fit-of.ts';

/** The command that most likely caused a change. */
export interface Cause {
  /** Index of its row. */
  row: number;
  deed: Deed;
}

/**
 * The index of the row whose command could have caused a change; null when there is none. Of
 * several, one that names the entry wins, then the latest.
 */
export function findCause(change: ToldChange, rows: readonly CommandRow[]): number | null {
  return causeFinder(rows)(change)?.row ?? null;
}

/** findCause() for many changes of the same commands, which are read once. */
export function causeFinder(rows: readonly CommandRow[]): (change: ToldChange) => Cause | null {
  const index = new ClueIndex<Clue & Cause>();
  rows.forEach((row, at) => {
    for (const clue of cluesOf(row)) index.add({ ...clue, row: at });
  });
  return (change) => {
    let best: Cause | null = null;
    let bestFit = 0;
    for (const clue of index.about(change)) {
      const fit = fitOf(change, clue);
      if (fit === 0 || fit < bestFit) continue;
      if (best !== null && fit === bestFit && clue.row < best.row) continue;
      best = clue;
      bestFit = fit;
    }
    return best === null ? null : { row: best.row, deed: best.deed };
  };
}

/**
 * What the commands of a row may have done. Those that the row only counts have the name and the
 * key of the others, those of XREADGROUP the group and the consumer, too; all else may differ.
 */
function cluesOf({ commands, count, failed }: CommandRow): Clue[] {
  const shown = commands.flatMap((command) => {
    const mentioned = idsIn(command.reply ?? '');
    return deedsOf(command).map((deed): Clue => ({
      deed,
      mentioned,
      isCut: command.isCut,
      isCounted: false,
    }));
  });
  const failedShown = commands.filter((command) => command.failed).length;
  const [first] = commands;
  if (first === undefined || count - commands.length <= failed - failedShown) return shown;
  const like = deedsOf({ ...first, failed: false, reply: null });
  const counted = like.map((deed): Clue => {
    const isReader = deed.command === 'XREADGROUP';
    const place = isReader ? {} : { group: null, consumer: null };
    const any = { ...deed, ...place, ids: null };
    return { deed: any, mentioned: new Set(), isCut: first.isCut, isCounted: true };
  });
  return [...counted, ...shown];
}
