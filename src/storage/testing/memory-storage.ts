/** A browser's storage, as far as the page uses it; `room` is how many characters it holds. */
export function memoryStorage(room = Infinity): Storage {
  const items = new Map<string, string>();
  const size = () => [...items].reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  return {
    get length() {
      return items.size;
    },
    clear: () => items.clear(),
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem(key, value) {
      const former = items.get(key);
      items.set(key, value);
      if (size() <= room) return;
      if (former === undefined) items.delete(key);
      else items.set(key, former);
      throw new DOMException('full', 'QuotaExceededError');
    },
    removeItem: (key) => void items.delete(key),
  };
}
