import { expect, it } from 'vitest';
import { standardLog } from './standard-log.ts';

it.each([
  [{ STREAMBOOK_LOG: 'xml' }, 'STREAMBOOK_LOG must be text or json, not "xml".'],
  [{ STREAMBOOK_LOG_LEVEL: 'loud' }, 'STREAMBOOK_LOG_LEVEL must be debug or info or warn or error'],
  [{ STREAMBOOK_LOG_MESSAGES: 'yes' }, 'STREAMBOOK_LOG_MESSAGES must be 0 or 1'],
])('refuses %j', (env, message) => {
  expect(() => standardLog(env)).toThrow(message);
});
