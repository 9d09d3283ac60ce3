import { describe, expect, it } from 'vitest';
import { parseFenceInfo } from './fence-info.ts';

describe('parseFenceInfo', () => {
  it('reads a language alone', () => {
    expect(parseFenceInfo('sh')).toEqual({ language: 'sh', attributes: new Map() });
    expect(parseFenceInfo('')).toEqual({ language: '', attributes: new Map() });
  });

  it('reads bare, plain and quoted attributes', () => {
    const info = parseFenceInfo(
      `ts cell=add title="Add an entry"  python="s.add({'a': 1})" blocking`,
    );
    expect(info.language).toBe('ts');
    expect([...info.attributes]).toEqual([
      ['cell', 'add'],
      ['title', 'Add an entry'],
      ['python', "s.add({'a': 1})"],
      ['blocking', true],
    ]);
  });

  it('keeps an empty quoted value as such', () => {
    expect(parseFenceInfo('ts title=""').attributes.get('title')).toBe('');
  });

  it.each([
    ['ts title="open', 'title="open'],
    ['ts title="a"b', 'title="a"b'],
    ['ts =x', '=x'],
    ['ts cell=a 1x', '1x'],
    ['ts cell=', 'cell='],
  ])('refuses %s and says from where on', (info, rest) => {
    expect(() => parseFenceInfo(info)).toThrow(`cannot read the attributes from "${rest}" on`);
  });

  it('refuses an attribute that is given twice', () => {
    expect(() => parseFenceInfo('ts cell=a cell=b')).toThrow('"cell" is given twice');
  });
});
