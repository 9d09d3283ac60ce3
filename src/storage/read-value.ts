import * as v from 'valibot';
import type { SafeStorage } from './safe-storage.ts';

/** Begins the keys under which lies what nobody could read. */
export const UNREADABLE = 'streambook:unreadable:';

/**
 * The value that a key holds; null when there is none. One that is not what the schema says is moved
 * to another key, where nothing overwrites it: it may be somebody's work.
 */
export function readValue<Schema extends v.GenericSchema>(
  storage: SafeStorage,
  key: string,
  schema: Schema,
): v.InferOutput<Schema> | null {
  const stored = storage.get(key);
  if (stored === null) return null;
  try {
    const result = v.safeParse(schema, JSON.parse(stored));
    if (result.success) return result.output;
  } catch {
    // Not even JSON.
  }
  setAside(storage, key, stored);
  return null;
}

function setAside(storage: SafeStorage, key: string, stored: string): void {
  let name = UNREADABLE + key;
  for (let copy = 2; storage.get(name) !== null; copy++) name = `${UNREADABLE}${key}:${copy}`;
  // In this order, because a storage that is nearly full has no room for both.
  storage.remove(key);
  if (!storage.set(name, stored)) storage.set(key, stored);
}
