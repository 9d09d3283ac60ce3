import { describe, expect, it } from 'vitest';
import { serverOf, SESSION_ID, shortIdOf } from './session-id.ts';

describe('the id of a session', () => {
  it.each(['aB3_-', 'a.aB3_-', 'server-2.aB3_-'])('may be %s', (id) => {
    expect(id).toMatch(SESSION_ID);
  });

  it.each(['', '.', 'a.', '.a', 'A.a', 'a.b.c', 'a b', 'a\n', `${'a'.repeat(21)}.a`])(
    'may not be %j',
    (id) => expect(id).not.toMatch(SESSION_ID),
  );

  it('tells the server, when it has a name, and a part that is no secret', () => {
    expect([serverOf('b.0123456789'), shortIdOf('b.0123456789')]).toEqual(['b', '012345']);
    expect([serverOf('0123456789'), shortIdOf('0123456789')]).toEqual([null, '012345']);
  });
});
