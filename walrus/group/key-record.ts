/** One value for each key, as a plain object in the order of the keys. */
export function keyRecord<Key extends string, Value>(
  pairs: Iterable<readonly [Key, Value]>,
): Record<Key, Value>;
export function keyRecord<Value>(pairs: Iterable<readonly [string, Value]>): Record<string, Value> {
  const record: Record<string, Value> = {};
  for (const [key, value] of pairs) {
    // An assignment to a key named `__proto__` would set the prototype.
    Object.defineProperty(record, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return record;
}
