import { parse, string } from 'valibot';
import { describe, expect, it } from 'vitest';
import { describeError } from './describe-error.ts';

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('an error in the log', () => {
  it('is told with its message when we have written it, and with its place', () => {
    const { error, at } = describeError(new Error('Redis did not start in time.'), false);
    expect(error).toBe('Error: Redis did not start in time.');
    expect(at).toMatch(/describe-error\.test\.ts:\d+:\d+/);
    expect(at).not.toContain('/');
  });

  it('is told with its message when the system has written it', () => {
    const error = Object.assign(new Error('write ENOSPC'), { code: 'ENOSPC' });
    expect(describeError(error, false).error).toBe('Error: write ENOSPC');
  });

  it.each([
    ['a parser', thrownBy(() => JSON.parse('my secret'))],
    ['a check', thrownBy(() => parse(string(), { my: 'secret' }))],
    ['Redis', new (class ErrorReply extends Error {})('ERR my secret')],
    ['somebody who names it', Object.assign(new Error('my secret'), { name: 'HarnessError' })],
    ['code that throws text', 'my secret'],
    ['code that throws an object', { my: 'secret' }],
    ['a message that looks like frames', new TypeError('x\n    at my (secret.js:1:1)')],
  ])('does not repeat the words of %s', (_, cause) => {
    const { error, at = '' } = describeError(cause, false);
    expect(error + at).not.toMatch(/secret/);
    expect(error).not.toBe('');
  });

  it('repeats them for somebody who asks for it', () => {
    expect(describeError(new TypeError('my secret'), true).error).toBe('TypeError: my secret');
    expect(describeError('my secret', true).error).toBe('my secret');
  });
});
