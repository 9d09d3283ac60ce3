/**
 * An id for a run that no other page will make: 128 random bits, hex. Not crypto.randomUUID(), which
 * a page has only over https or on localhost.
 */
export function makeRunId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
