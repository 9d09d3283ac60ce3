import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** What a proxy adds to a request that it passes on. */
const FORWARDED = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'];

/**
 * Whether a request may read /metrics, which tell about the class: with the token, when there is one;
 * else from this machine itself. A proxy on this machine passes on what others ask, so what it
 * passes on is not from here.
 * @param token STREAMBOOK_METRICS_TOKEN; null when it is not set
 */
export function mayReadMetrics(request: IncomingMessage, token: string | null): boolean {
  const { headers, socket } = request;
  if (token !== null) return isSame(headers.authorization ?? '', `Bearer ${token}`);
  if (FORWARDED.some((name) => headers[name] !== undefined)) return false;
  return /^(::1|(::ffff:)?127(\.\d+){3})$/.test(socket.remoteAddress ?? '');
}

/** In a time that does not tell how much of it was right. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
