/**
 * A duration in ms as a reader takes it in at a glance: `14 ms`, `1.2 s`, `48 s`, `2 min 5 s`.
 * Negative ones (two clocks that differ) count as 0.
 */
export function formatDuration(ms: number): string {
  const whole = Math.max(0, Math.round(ms));
  if (whole < 1000) return `${whole} ms`;
  if (whole < 9950 && whole % 1000 !== 0) return `${(whole / 1000).toFixed(1)} s`;
  return formatSeconds(whole);
}

/** The same in whole seconds, for a wait that is shown while it lasts: `0 s`, `3 s`, `2 min 5 s`. */
export function formatSeconds(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  const rest = seconds % 60;
  return `${Math.floor(seconds / 60)} min${rest === 0 ? '' : ` ${rest} s`}`;
}
