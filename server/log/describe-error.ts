/** Frames of the stack that are told. */
const FRAMES = 6;

/** An error in fields of a log line. */
export interface ErrorFields {
  error: string;
  at?: string;
}

/**
 * What the log says of an error: its name, its message, and where it was thrown. Messages of parsers,
 * of Redis and of the kernel's inside may quote a learner's text, so only those are told that we or
 * the system have written; of others, where it happened has to do.
 * @param withText tells every message, for somebody who looks for a fault on a machine of their own
 */
export function describeError(cause: unknown, withText: boolean): ErrorFields {
  if (!(cause instanceof Error))
    return { error: withText ? String(cause) : `thrown ${typeof cause}` };
  const message = withText || isPlain(cause) ? cause.message : '(not told)';
  const at = frames(cause);
  return { error: `${cause.name}: ${message}`, ...(at && { at }) };
}

/** Made with `new Error(…)`, whose texts here are ours, or by the system (ENOSPC, EMFILE). */
function isPlain(error: Error): boolean {
  return Object.getPrototypeOf(error) === Error.prototype && error.name === 'Error';
}

/** The innermost frames, `connect main.js:12:3 < open main.js:40:9`. */
function frames({ stack = '', message }: Error): string {
  // The message comes first, and may look like frames.
  const start = stack.indexOf(message);
  const below = start < 0 ? stack : stack.slice(start + message.length);
  return [...below.matchAll(/^ {4}at (?:async )?(?:(.+?) \()?(.+?:\d+:\d+)\)?$/gm)]
    .slice(0, FRAMES)
    .map(([, name, place = '']) => [name, place.replace(/^.*[\\/]/, '')].filter(Boolean).join(' '))
    .join(' < ');
}
