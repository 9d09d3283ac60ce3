/**
 * The errors of node-redis that mean a failed connection. By name, because bundles of node-redis
 * (it is CommonJS) may offer only a part of its classes, or several copies of one.
 */
const NAMES = new Set([
  'ClientOfflineError',
  'ConnectionTimeoutError',
  'DisconnectsClientError',
  'ReconnectStrategyError',
  'SocketClosedUnexpectedlyError',
  'SocketTimeoutError',
]);

/** What the operating system says when nobody listens, or the line is cut. */
const CODES = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/** Whether the connection failed, rather than the command or the program. */
export function isConnectionError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (NAMES.has(error.constructor.name)) return true;
  return 'code' in error && typeof error.code === 'string' && CODES.has(error.code);
}
