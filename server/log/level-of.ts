import type { Level } from './record.ts';
import type { ServerEvent } from './server-event.ts';

/** How much an event matters to whoever reads the log. */
export function levelOf(event: ServerEvent['event']): Level {
  switch (event) {
    case 'cell-ended':
    case 'room-opened':
    case 'session-resumed':
      return 'debug';
    case 'session-opened':
    case 'session-closed':
    case 'session-restarted':
    case 'draining':
    case 'drained':
      return 'info';
    case 'kernel-replaced':
    case 'redis-replaced':
    case 'limit-hit':
      return 'warn';
  }
}
