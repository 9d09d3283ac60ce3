import { describe, expect, it } from 'vitest';
import { loadEdit, saveEdit } from './edits.ts';
import { safeStorage } from './safe-storage.ts';
import { memoryStorage } from './testing/memory-storage.ts';

const edit = { text: 'await s.add({})', original: 'abc' };

describe('kept edits', () => {
  it('come back for their cell only', () => {
    const storage = safeStorage(memoryStorage);
    const one = memoryStorage();
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
    const one = memoryStorage();
    const storage = safeStorage(() => one);
    saveEdit(storage, 'add', edit);
    saveEdit(storage, 'add', null);
    expect(one.length).toBe(0);
  });

  it('say so when the browser has no room', () => {
    expect(
      saveEdit(
        safeStorage(() => memoryStorage(0)),
        'add',
        edit,
      ),
    ).toBe(false);
  });

  it.each(['{', '"text"', '{"text":1,"original":"a"}', 'null'])(
    'are ignored when they cannot be read: %s',
    (stored) => {
      const one = memoryStorage();
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
