import type { SessionEvent } from '../../core/session/event.ts';

/**
 * A run that is over sooner, in ms, is drawn once, when it is over: that it was queued and running nobody
 * could have seen, and drawing it would hold up its output by a frame.
 */
export const BLINK = 30;

/** True for an event that begins a run, or the time in which it waits. */
export function begins({ kind }: SessionEvent): boolean {
  return kind === 'run-queued' || kind === 'run-started';
}

/** True for an event after which a run goes on: it can be drawn with what comes next. */
export function goesOn({ kind }: SessionEvent): boolean {
  switch (kind) {
    case 'run-queued':
    case 'run-started':
    case 'run-names':
    case 'run-commands':
    case 'run-output':
    case 'run-checked':
    case 'points':
      return true;
    default:
      return false;
  }
}
