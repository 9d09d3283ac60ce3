import { describe, expect, it } from 'vitest';
import { editedTextOf, editedTexts, loadEdit, saveEdit, type Edit } from './edits.ts';
import { UNREADABLE } from './read-value.ts';
import { safeStorage } from './safe-storage.ts';
import { memoryStorage } from './testing/memory-storage.ts';

const edit: Edit = {
  text: 'await s.add({})',
  original: 'abc',
  title: 'Add an entry',
  lesson: 'basics',
  others: [],
  discarded: [],
  writes: [],
};
const add = { cell: 'add', dialect: 'walrus' } as const;
const bare = { cell: 'add', dialect: 'node-redis' } as const;
const OLD = 'streambook:edit:1:add';

function kept(items: Record<string, string> = {}, room?: number) {
  const raw = memoryStorage(room);
  for (const [key, value] of Object.entries(items)) raw.setItem(key, value);
  return { raw, storage: safeStorage(() => raw) };
}

describe('kept edits', () => {
  it('come back for their cell only', () => {
    const { storage } = kept();
    expect(saveEdit(storage, add, edit)).toBe(true);
    expect(loadEdit(storage, add)).toEqual(edit);
    expect(loadEdit(storage, { ...add, cell: 'other' })).toBeNull();
    expect(editedTexts(storage)).toEqual([add]);
  });

  it('of one dialect leave those of the other alone', () => {
    const { storage } = kept({ [OLD]: '{"text":"old","original":"abc"}' });
    saveEdit(storage, bare, { ...edit, text: 'bare' });
    expect(loadEdit(storage, bare)?.text).toBe('bare');
    expect(loadEdit(storage, add)?.text).toBe('old');
    expect(editedTexts(storage)).toEqual([add, bare]);
    const keys = ['streambook:edit:2:add', 'streambook:edit-node-redis:2:add', 'streambook:other'];
    expect(keys.map(editedTextOf)).toEqual([add, bare, null]);
    saveEdit(storage, bare, null);
    expect(editedTexts(storage)).toEqual([add]);
  });

  it('are forgotten when nothing is left of them, and not before', () => {
    const { raw, storage } = kept();
    saveEdit(storage, add, { ...edit, text: null, discarded: ['mine'] });
    expect(loadEdit(storage, add)?.discarded).toEqual(['mine']);
    saveEdit(storage, add, { ...edit, text: null });
    expect(raw.length).toBe(0);
  });

  it('are read in their first form, which the next change replaces', () => {
    const { storage } = kept({ [OLD]: '{"text":"old","original":"abc"}' });
    expect(editedTexts(storage)).toEqual([add]);
    const old = loadEdit(storage, add);
    expect(old).toMatchObject({ text: 'old', original: 'abc', others: [] });
    saveEdit(storage, add, old);
    expect(storage.get(OLD)).toBeNull();
    expect(loadEdit(storage, add)).toEqual(old);
  });

  it('of both forms are both kept', () => {
    const { storage } = kept({ [OLD]: '{"text":"old","original":"abc"}' });
    storage.set('streambook:edit:2:add', JSON.stringify(edit));
    expect(loadEdit(storage, add)).toMatchObject({
      text: edit.text,
      others: [{ tab: 'older page', text: 'old' }],
    });
    storage.set(OLD, JSON.stringify({ text: edit.text, original: 'abc' }));
    expect(loadEdit(storage, add)).toEqual(edit);
  });

  it('say so when the browser has no room, and the first form stays then', () => {
    const { storage } = kept({ [OLD]: '{"text":"old","original":"abc"}' }, 60);
    expect(saveEdit(storage, add, edit)).toBe(false);
    expect(loadEdit(storage, add)?.text).toBe('old');
  });

  it.each(['{', '"text"', '{"text":1,"original":"a"}', 'null'])(
    'are set aside when they cannot be read: %s',
    (stored) => {
      const { storage } = kept({ [OLD]: stored });
      expect(loadEdit(storage, add)).toBeNull();
      expect(storage.get(UNREADABLE + OLD)).toBe(stored);
    },
  );

  it('are absent where storage is forbidden', () => {
    const storage = safeStorage(() => {
      throw new DOMException('forbidden', 'SecurityError');
    });
    expect(loadEdit(storage, add)).toBeNull();
    expect(saveEdit(storage, add, edit)).toBe(false);
    expect(saveEdit(storage, add, null)).toBe(true);
  });
});
