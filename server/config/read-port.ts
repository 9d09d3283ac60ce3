/** Where Streambook listens when PORT says nothing. */
const DEFAULT_PORT = 4000;

/** @throws Error when the value is not a port; 0 means any free one */
export function readPort(text: string | undefined): number {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new Error(`PORT must be a whole number from 0 to 65535, not "${text}".`);
  }
  return port;
}
