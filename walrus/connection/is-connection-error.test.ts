import { createConnection } from 'node:net';
import { once } from 'node:events';
import { createClient, ErrorReply, SocketClosedUnexpectedlyError } from 'redis';
import { describe, expect, it } from 'vitest';
import { isConnectionError } from './is-connection-error.ts';

describe('A failed connection', () => {
  it('is known by what node-redis and the system say', async () => {
    expect(isConnectionError(new SocketClosedUnexpectedlyError())).toBe(true);
    const [refused] = await once(createConnection(1, '127.0.0.1'), 'error').catch((error) => [
      error,
    ]);
    expect(isConnectionError(refused)).toBe(true);
  });

  it('is not any other error', async () => {
    expect(isConnectionError(new Error('x'))).toBe(false);
    expect(isConnectionError(new ErrorReply('NOGROUP'))).toBe(false);
    expect(isConnectionError('x')).toBe(false);
    const closed = await createClient()
      .ping()
      .catch((error: unknown) => error);
    expect(isConnectionError(closed)).toBe(false);
  });
});
