import { serverOf } from '../../core/session/session-id.ts';

/**
 * Where the page's WebSocket is. When the session is at one of several servers, `at` names it, so that
 * a balancer leads the page back there; the secret part of the id does not get into an address.
 */
export function socketUrl(
  { protocol, host }: { protocol: string; host: string },
  session: string | null,
): string {
  const server = session === null ? null : serverOf(session);
  const query = server === null ? '' : `?at=${server}`;
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/session${query}`;
}
