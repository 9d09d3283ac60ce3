/**
 * A browser storage that never throws: storage can be forbidden, full, or absent. What cannot be
 * read is null; what cannot be written is told by false.
 */
export interface SafeStorage {
  get(key: string): string | null;
  set(key: string, value: string): boolean;
  remove(key: string): void;
  /** The keys that begin so, in no order; none where nothing can be read. */
  keys(prefix: string): string[];
}

/** Wraps a storage; `open` is called at each use because even naming `localStorage` may throw. */
export function safeStorage(open: () => Storage): SafeStorage {
  return {
    get(key) {
      try {
        return open().getItem(key);
      } catch {
        return null;
      }
    },
    set(key, value) {
      try {
        open().setItem(key, value);
        return true;
      } catch {
        return false;
      }
    },
    remove(key) {
      try {
        open().removeItem(key);
      } catch {
        // Nothing is stored where nothing can be removed.
      }
    },
    keys(prefix) {
      try {
        const storage = open();
        const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
        return keys.filter((key) => key.startsWith(prefix));
      } catch {
        return [];
      }
    },
  };
}
