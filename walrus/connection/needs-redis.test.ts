import { ErrorReply } from 'redis';
import { describe, expect, it } from 'vitest';
import { explainRefusal, isOlder, NeedsRedisError } from './needs-redis.ts';

const feature = { name: 'ackAndDelete', since: '8.2' };
const server = (version: string) => async () => `# Server\r\nredis_version:${version}\r\nos:x\r\n`;

describe('A version', () => {
  it.each([
    ['7.0.15', '8.2', true],
    ['8.0.9', '8.2', true],
    ['8.2.0', '8.2', false],
    ['8.10.1', '8.2', false],
    ['8', '8.2', true],
    ['9', '8.2', false],
  ])('%s is older than %s: %s', (found, wanted, older) => {
    expect(isOlder(found, wanted)).toBe(older);
  });
});

describe('A refusal by the server', () => {
  const refusal = new ErrorReply('ERR syntax error');

  it('is explained when the server is too old', async () => {
    const error = await explainRefusal(refusal, feature, server('7.0.15'));
    expect(error).toBeInstanceOf(NeedsRedisError);
    expect(error).toMatchObject({
      message: 'ackAndDelete needs Redis 8.2; this server is 7.0.15.',
      since: '8.2',
      found: '7.0.15',
      cause: refusal,
    });
  });

  it('stays what it is when the server is new enough, or does not tell', async () => {
    expect(await explainRefusal(refusal, feature, server('8.4.0'))).toBe(refusal);
    expect(await explainRefusal(refusal, feature, async () => '')).toBe(refusal);
    const mute = () => Promise.reject(new ErrorReply('NOPERM'));
    expect(await explainRefusal(refusal, feature, mute)).toBe(refusal);
  });

  it('stays what it is when the version has nothing to do with it', async () => {
    const other = new ErrorReply('WRONGTYPE something');
    expect(await explainRefusal(other, feature, server('7.0.15'))).toBe(other);
    const lost = new Error('lost');
    expect(await explainRefusal(lost, feature, server('7.0.15'))).toBe(lost);
  });
});
