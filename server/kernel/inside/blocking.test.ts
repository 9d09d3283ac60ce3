import { describe, expect, it } from 'vitest';
import { blockingCommand } from './blocking.ts';

const of = (line: string) => blockingCommand(line.split(' '));

describe('blockingCommand', () => {
  it.each([
    ['XREAD BLOCK 0 STREAMS a $', 'XREAD', ['a'], 0],
    ['XREAD COUNT 5 BLOCK 2000 STREAMS a b 0-0 $', 'XREAD', ['a', 'b'], 2000],
    ['xread block 10 streams a 0', 'XREAD', ['a'], 10],
    ['XREADGROUP GROUP g c BLOCK 0 STREAMS a >', 'XREADGROUP', ['a'], 0],
    ['XREADGROUP GROUP g c COUNT 1 BLOCK 5 NOACK STREAMS a b > >', 'XREADGROUP', ['a', 'b'], 5],
    ['XREADGROUP GROUP STREAMS BLOCK BLOCK 7 STREAMS a >', 'XREADGROUP', ['a'], 7],
    ['BLPOP a b 1.5', 'BLPOP', ['a', 'b'], 1500],
    ['BRPOP a 0', 'BRPOP', ['a'], 0],
    ['BZPOPMIN z 2', 'BZPOPMIN', ['z'], 2000],
    ['BZPOPMAX y z 2', 'BZPOPMAX', ['y', 'z'], 2000],
    ['BRPOPLPUSH from to 3', 'BRPOPLPUSH', ['from', 'to'], 3000],
    ['BLMOVE from to LEFT RIGHT 4', 'BLMOVE', ['from', 'to'], 4000],
    ['BLMPOP 5 2 a b LEFT', 'BLMPOP', ['a', 'b'], 5000],
    ['BZMPOP 0 1 z MIN COUNT 3', 'BZMPOP', ['z'], 0],
  ])('knows %s', (line, command, keys, timeout) => {
    expect(of(line)).toMatchObject({ command, keys, timeout });
  });

  it.each([
    'XREAD STREAMS a 0',
    'XREAD STREAMS BLOCK 0',
    'XREAD COUNT 5 STREAMS BLOCK block 0 0',
    'XREADGROUP GROUP g c STREAMS a >',
    'XREADGROUP GROUP g BLOCK COUNT 1 STREAMS a >',
    'XADD a * BLOCK 0',
    'LPOP a',
    'SET BLPOP 0',
    'PING',
  ])('says that %s does not block', (line) => {
    expect(of(line)).toBeNull();
  });

  it('takes arguments that are buffers', () => {
    expect(blockingCommand(['BLPOP', Buffer.from('a'), '0'])).toEqual({
      command: 'BLPOP',
      keys: ['a'],
      timeout: 0,
      group: null,
      consumer: null,
    });
  });

  it.each([
    ['XREADGROUP GROUP g c BLOCK 0 STREAMS a >', 'g', 'c'],
    ['XREADGROUP GROUP STREAMS BLOCK BLOCK 7 STREAMS a >', 'STREAMS', 'BLOCK'],
    ['XREAD BLOCK 0 STREAMS a $', null, null],
    ['BLPOP a 0', null, null],
  ])('says who reads in %s', (line, group, consumer) => {
    expect(of(line)).toMatchObject({ group, consumer });
  });
});
