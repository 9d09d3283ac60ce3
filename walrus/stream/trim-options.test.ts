import { describe, expect, it } from 'vitest';
import { pushTrim, referencesFeature, type TrimArguments } from './trim-options.ts';

function write(options: TrimArguments): string {
  const args: string[] = [];
  pushTrim(args, options);
  return args.join(' ');
}

describe('Trimming', () => {
  it.each<[TrimArguments, string]>([
    [{}, ''],
    [{ maxLength: 5 }, 'MAXLEN ~ 5'],
    [{ maxLength: 0, approximate: false }, 'MAXLEN 0'],
    [{ minId: '1-0' }, 'MINID ~ 1-0'],
    [{ minId: '1-0', limit: 9 }, 'MINID ~ 1-0 LIMIT 9'],
  ])('with %j is written %j', (options, words) => {
    expect(write(options)).toBe(words);
  });

  it('by length and by id at once is refused', () => {
    expect(() => write({ maxLength: 1, minId: '1' })).toThrow(TypeError);
  });

  it('by nothing but a limit is refused', () => {
    expect(() => write({ limit: 1 })).toThrow(TypeError);
  });

  it.each([-1, 1.5, Number.NaN])('to a length of %s is refused', (maxLength) => {
    expect(() => write({ maxLength })).toThrow(RangeError);
  });

  it('asks for a newer Redis only when references matter', () => {
    expect(referencesFeature(undefined)).toBeUndefined();
    expect(referencesFeature('delete')).toEqual({ name: "references: 'delete'", since: '8.2' });
  });
});
