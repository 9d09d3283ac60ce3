import { describe, expect, it } from 'vitest';
import { splitNames, type SentenceNames } from './split-names.ts';

const none: SentenceNames = { entry: [], consumer: [], group: [], stream: [] };
const named = (sentence: string, names: Partial<SentenceNames>) =>
  splitNames(sentence, { ...none, ...names })
    .filter(({ kind }) => kind !== 'text')
    .map(({ kind, text }) => `${kind} ${text}`);

describe('splitNames', () => {
  it('finds each name with its kind, and loses nothing', () => {
    const sentence = 'c2 now owns 1-0 of stream-a.';
    const names = { ...none, entry: ['1-0'], consumer: ['c2'], stream: ['stream-a'] };
    expect(splitNames(sentence, names)).toEqual([
      { kind: 'consumer', text: 'c2' },
      { kind: 'text', text: ' now owns ' },
      { kind: 'entry', text: '1-0' },
      { kind: 'text', text: ' of ' },
      { kind: 'stream', text: 'stream-a' },
      { kind: 'text', text: '.' },
    ]);
  });

  it('takes the longest of several names', () => {
    const names = { group: ['cg-abc'], consumer: ['cg-abc.c2'] };
    expect(named('cg-abc.c2 read from cg-abc.', names)).toEqual([
      'consumer cg-abc.c2',
      'group cg-abc',
    ]);
  });

  it('finds no name inside another word', () => {
    expect(named('cabc a-c c-a c.d xc', { consumer: ['c'] })).toEqual([]);
  });

  it('takes every character of a name as it is', () => {
    expect(named('a+b (x) [1]', { stream: ['a+b', '(x)', '.*'] })).toEqual([
      'stream a+b',
      'stream (x)',
    ]);
  });

  it('leaves a sentence without names whole', () => {
    expect(splitNames('Nothing.', { ...none, group: [''] })).toEqual([
      { kind: 'text', text: 'Nothing.' },
    ]);
  });
});
