import { formatSeconds } from '../../core/text/duration.ts';

/** What a page is told whose session was ended because nothing was done in it for so long (ms). */
export function idleNotice(ms: number): string {
  return `Your session was ended, because nothing was run in it for ${formatSeconds(ms)} and others may need its place. Your texts are kept; its variables and its Redis are gone.`;
}
