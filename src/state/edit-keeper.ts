import type { Dialect } from '../../core/lesson/lesson.ts';
import { loadEdit, saveEdit, storedEdit, textOfEdit } from '../storage/edits.ts';
import type { SafeStorage } from '../storage/safe-storage.ts';
import type { TextKeeper } from './text-keeper.ts';

/** Keeps the learner's edit of a cell of the lessons, in one dialect. */
export function editKeeper(
  storage: SafeStorage,
  cell: { slug: string; title: string; lesson: string; dialect: Dialect },
): TextKeeper {
  const { slug, title, lesson, dialect } = cell;
  const of = { cell: slug, dialect };
  return {
    load: () => {
      const edit = loadEdit(storage, of);
      return edit && textOfEdit(edit);
    },
    save: (kept) => saveEdit(storage, of, { ...kept, title, lesson }),
    stored: () => storedEdit(storage, of),
  };
}
