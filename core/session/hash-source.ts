/**
 * A short hash of a cell's text (FNV-1a, 32 bits, hex). It only tells an edited cell from an
 * unedited one: nothing depends on it being hard to forge.
 */
export function hashSource(source: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < source.length; i++) {
    hash = Math.imul(hash ^ source.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
