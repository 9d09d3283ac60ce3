import type { Connection } from './connection.ts';

/** The state of the connection in a few words. */
export function connectionText(connection: Connection): string {
  switch (connection.state) {
    case 'idle':
      return 'Not connected';
    case 'connecting':
    case 'greeting':
      return connection.attempt === 0 ? 'Connecting' : 'Connecting again';
    case 'in-line':
      return 'Waiting for a place';
    case 'ready':
      return 'Connected';
    case 'waiting':
      return connection.reason === 'lost' ? 'Connection lost' : 'Waiting for the server';
    case 'ended':
      return 'Not connected';
  }
}
