import { describe, expect, it } from 'vitest';
import { commandName } from './command-name.ts';

const url = (...args: string[]) => commandName(args).url;

describe('commandName', () => {
  it('finds the page of a command, however it was written', () => {
    const page = 'https://redis.io/docs/latest/commands/xadd/';
    expect(url('XADD', 'stream-a', '*', 'n', '1')).toBe(page);
    expect(url('xadd')).toBe(page);
  });

  it('knows commands of two words', () => {
    expect(commandName(['XGROUP', 'create', 'stream-a', 'g', '$'])).toEqual({
      words: 2,
      url: 'https://redis.io/docs/latest/commands/xgroup-create/',
    });
    expect(url('XINFO', 'STREAM', 'a')).toBe('https://redis.io/docs/latest/commands/xinfo-stream/');
  });

  it('leads to the first word where the second is unknown', () => {
    expect(commandName(['XGROUP', 'INVENT'])).toEqual({
      words: 1,
      url: 'https://redis.io/docs/latest/commands/xgroup/',
    });
  });

  it('has no page for what it does not know', () => {
    expect(url('NOSUCH', 'a')).toBeNull();
    expect(url('toString')).toBeNull();
    expect(url()).toBeNull();
  });
});
