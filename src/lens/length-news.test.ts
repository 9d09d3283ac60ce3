import { describe, expect, it } from 'vitest';
import { lengthNews } from './length-news.ts';
import type { StreamNews } from './stream-news.ts';

function news(some: Partial<StreamNews>): StreamNews {
  const nothing = { added: new Set<string>(), trimmed: [], deleted: [], grown: null };
  return { isNew: false, gone: null, groups: new Map(), ...nothing, ...some };
}

describe('lengthNews', () => {
  it('counts what it sees where the server does not tell', () => {
    expect(lengthNews(news({ added: new Set(['1-0', '2-0']), deleted: ['0-1'] }))).toEqual([
      { sign: 'plus', text: '2 more' },
      { sign: 'minus', text: '1 deleted' },
    ]);
  });

  it('tells all of a long stream, not only the shown part', () => {
    const grown = { added: 5000, removed: 1200 };
    expect(lengthNews(news({ added: new Set(['1-0']), trimmed: ['0-1'], grown }))).toEqual([
      { sign: 'plus', text: '5,000 more' },
      { sign: 'minus', text: '1,200 trimmed' },
    ]);
  });

  it('gives no reason where there are two, or none is seen', () => {
    const grown = { added: 0, removed: 2 };
    expect(lengthNews(news({ grown }))).toEqual([{ sign: 'minus', text: '2 gone' }]);
    expect(lengthNews(news({ trimmed: ['1-0'], deleted: ['2-0'], grown }))).toEqual([
      { sign: 'minus', text: '2 trimmed and deleted' },
    ]);
  });

  it('says nothing when nothing came or went', () => {
    expect(lengthNews(news({}))).toEqual([]);
  });
});
