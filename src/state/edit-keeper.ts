import { loadEdit, saveEdit, storedEdit, textOfEdit } from '../storage/edits.ts';
import type { SafeStorage } from '../storage/safe-storage.ts';
import type { TextKeeper } from './text-keeper.ts';

/** Keeps the learner's edit of a cell of the lessons. */
export function editKeeper(
  storage: SafeStorage,
  cell: { slug: string; title: string; lesson: string },
): TextKeeper {
  const { slug, title, lesson } = cell;
  return {
    load: () => {
      const edit = loadEdit(storage, slug);
      return edit && textOfEdit(edit);
    },
    save: (kept) => saveEdit(storage, slug, { ...kept, title, lesson }),
    stored: () => storedEdit(storage, slug),
  };
}
