import { describe, expect, it } from 'vitest';
import { folderOf, rootFrom, sitePages, wayTo } from './site-page.ts';

const contents = { dialect: 'walrus', lesson: null } as const;
const basics = { dialect: 'walrus', lesson: 'basics' } as const;
const bareBasics = { dialect: 'node-redis', lesson: 'basics' } as const;

describe('the pages of the static site', () => {
  it('are the contents and the lessons, in every dialect', () => {
    expect(sitePages([{ slug: 'basics' }], ['walrus', 'node-redis'])).toEqual([
      contents,
      basics,
      { dialect: 'node-redis', lesson: null },
      bareBasics,
    ]);
  });

  it('stand in folders, so that their addresses need no ending', () => {
    expect([contents, basics, bareBasics].map(folderOf)).toEqual([
      '',
      'basics/',
      'node-redis/basics/',
    ]);
    expect([contents, basics, bareBasics].map(rootFrom)).toEqual(['./', '../', '../../']);
  });

  it('lead to each other wherever the site stands', () => {
    expect(wayTo(contents, basics)).toBe('./basics/');
    expect(wayTo(bareBasics, basics, 'cell-add')).toBe('../../basics/#cell-add');
    expect(wayTo(basics, contents)).toBe('../');
  });
});
