/** Bounds of the wait before another attempt to connect, in ms. */
const bounds = {
  /** The connection was lost, or the server is not there: it may be back at once. */
  lost: { first: 400, most: 10_000 },
  /** The server is full, or could not start a session: it needs a while. */
  refused: { first: 4_000, most: 30_000 },
};

export type WaitReason = keyof typeof bounds;

/**
 * How long to wait before attempt number `attempt` (0 = the first repetition), in ms. It doubles
 * up to a bound; `random` (0 to 1) spreads it over the upper half, so that a room full of pages does
 * not come back in one moment.
 */
export function backoff(reason: WaitReason, attempt: number, random: number): number {
  const { first, most } = bounds[reason];
  const full = Math.min(most, first * 2 ** Math.min(attempt, 20));
  return Math.round(full * (0.5 + random / 2));
}
