import type { ScratchPlace } from '../notebook/scratch-spot.ts';
import type { SafeStorage } from '../storage/safe-storage.ts';
import { loadScratchCell, saveScratchCell, storedScratchCell } from '../storage/scratch-cells.ts';
import type { TextKeeper } from './text-keeper.ts';

/** Keeps a cell of the learner's own: its text, its name and its place. */
export function scratchKeeper(
  storage: SafeStorage,
  { slug, title }: { slug: string; title: string },
  place: () => ScratchPlace,
): TextKeeper {
  return {
    load: () => {
      const kept = loadScratchCell(storage, slug);
      return kept && { ...kept, original: null };
    },
    save: ({ text, others, discarded, writes }) =>
      saveScratchCell(storage, {
        slug,
        title,
        text: text ?? '',
        others,
        discarded,
        writes,
        place: place(),
      }),
    stored: () => storedScratchCell(storage, slug),
  };
}
