import { expect, it } from 'vitest';
import { socketUrl } from './socket-url.ts';

it.each([
  ['http:', null, 'ws://x.example:1/session'],
  ['https:', 'secret', 'wss://x.example:1/session'],
  ['https:', 'b.secret', 'wss://x.example:1/session?at=b'],
])('on %s with the session %s is %s', (protocol, session, url) => {
  expect(socketUrl({ protocol, host: 'x.example:1' }, session)).toBe(url);
});
