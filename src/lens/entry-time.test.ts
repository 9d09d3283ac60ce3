import { expect, it } from 'vitest';
import { entryTime, utcText } from './entry-time.ts';

it('finds the time in an entry id', () => {
  const time = entryTime('1514764800000-3');
  expect(time && utcText(time)).toBe('2018-01-01 00:00:00.000 UTC');
});

it('knows that an id may hold a number that is no time', () => {
  expect(entryTime('18446744073709551615-0')).toBeNull();
});
