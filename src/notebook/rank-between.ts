/**
 * A rank between two, where null is none at that end; null when no number lies between them, so that
 * the others must be ranked anew.
 */
export function rankBetween(before: number | null, after: number | null): number | null {
  if (before === null) return after === null ? 0 : after - 1;
  if (after === null) return before + 1;
  const middle = (before + after) / 2;
  return before < middle && middle < after ? middle : null;
}
