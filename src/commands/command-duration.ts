import { formatDuration } from '../../core/text/duration.ts';

/** How long a command took, from ms: most take less than one, so the short ones have a decimal: `0.4 ms`. */
export function commandDuration(ms: number): string {
  return ms < 9.95 ? `${Math.max(0, ms).toFixed(1)} ms` : formatDuration(ms);
}
