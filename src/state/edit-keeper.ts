import { loadEdit, saveEdit } from '../storage/edits.ts';
import type { SafeStorage } from '../storage/safe-storage.ts';
import type { TextKeeper } from './text-keeper.ts';

/** Keeps the learner's edit of a cell of the lessons. */
export function editKeeper(storage: SafeStorage, slug: string): TextKeeper {
  return {
    load: () => loadEdit(storage, slug),
    save: (kept) =>
      saveEdit(storage, slug, kept && { text: kept.text, original: kept.original ?? '' }),
  };
}
