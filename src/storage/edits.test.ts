import { describe, expect, it } from 'vitest';
import { loadEdit, saveEdit } from './edits.ts';
import { safeStorage } from './safe-storage.ts';

/** A browser's storage, as far as it is used here. */
function memory(): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    clear: () => items.clear(),
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

function full(): Storage {
  return {
    ...memory(),
    setItem() {
      throw new DOMException('full', 'QuotaExceededError');
    },
  };
}

const edit = { text: 'await s.add({})', original: 'abc' };

describe('kept edits', () => {
  it('come back for their cell only', () => {
    const storage = safeStorage(memory);
    const one = memory();
    expect(
      saveEdit(
        safeStorage(() => one),
        'add',
        edit,
      ),
    ).toBe(true);
    expect(
      loadEdit(
        safeStorage(() => one),
        'add',
      ),
    ).toEqual(edit);
    expect(
      loadEdit(
        safeStorage(() => one),
        'other',
      ),
    ).toBeNull();
    expect(loadEdit(storage, 'add')).toBeNull();
  });

  it('are forgotten when the original is restored', () => {
    const one = memory();
    const storage = safeStorage(() => one);
    saveEdit(storage, 'add', edit);
    saveEdit(storage, 'add', null);
    expect(one.length).toBe(0);
  });

  it('say so when the browser has no room', () => {
    expect(saveEdit(safeStorage(full), 'add', edit)).toBe(false);
  });

  it.each(['{', '"text"', '{"text":1,"original":"a"}', 'null'])(
    'are ignored when they cannot be read: %s',
    (stored) => {
      const one = memory();
      one.setItem('streambook:edit:1:add', stored);
      expect(
        loadEdit(
          safeStorage(() => one),
          'add',
        ),
      ).toBeNull();
    },
  );

  it('are absent where storage is forbidden', () => {
    const storage = safeStorage(() => {
      throw new DOMException('forbidden', 'SecurityError');
    });
    expect(loadEdit(storage, 'add')).toBeNull();
    expect(saveEdit(storage, 'add', edit)).toBe(false);
    expect(saveEdit(storage, 'add', null)).toBe(true);
  });
});
