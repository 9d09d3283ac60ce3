import { ErrorReply } from 'redis';

/**
 * Whether the server says that the group is gone: it was destroyed, or its stream was deleted or
 * flushed, before a command or while one waited.
 */
export function isGroupLost(error: unknown): boolean {
  if (!(error instanceof ErrorReply)) return false;
  const { message } = error;
  return (
    message.startsWith('NOGROUP') ||
    (message.startsWith('UNBLOCKED') && message.includes('stream key'))
  );
}
