import * as v from 'valibot';
import { expect, it } from 'vitest';
import { readValue, UNREADABLE } from './read-value.ts';
import { safeStorage } from './safe-storage.ts';
import { memoryStorage } from './testing/memory-storage.ts';

const Value = v.object({ text: v.string() });

function kept(items: Record<string, string>, room?: number) {
  const raw = memoryStorage(room);
  for (const [key, value] of Object.entries(items)) raw.setItem(key, value);
  return { raw, storage: safeStorage(() => raw) };
}

it('reads what the schema says, and nothing where there is nothing', () => {
  const { storage } = kept({ a: '{"text":"mine","more":1}' });
  expect(readValue(storage, 'a', Value)).toEqual({ text: 'mine' });
  expect(readValue(storage, 'b', Value)).toBeNull();
});

it('sets aside what it cannot read, and what was set aside before stays', () => {
  const { storage } = kept({ a: '{"text":', [`${UNREADABLE}a`]: 'older' });
  expect(readValue(storage, 'a', Value)).toBeNull();
  expect(storage.get('a')).toBeNull();
  expect(storage.get(`${UNREADABLE}a`)).toBe('older');
  expect(storage.get(`${UNREADABLE}a:2`)).toBe('{"text":');
});

it('leaves it where it is when there is no room to set it aside', () => {
  const { storage } = kept({ a: 'x'.repeat(10) }, 20);
  expect(readValue(storage, 'a', Value)).toBeNull();
  expect(storage.get('a')).toBe('x'.repeat(10));
});

it('is quiet where storage is forbidden', () => {
  const storage = safeStorage(() => {
    throw new DOMException('no', 'SecurityError');
  });
  expect(readValue(storage, 'a', Value)).toBeNull();
  expect(storage.keys('')).toEqual([]);
});
