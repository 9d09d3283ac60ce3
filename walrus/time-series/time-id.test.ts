import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateToId, idToDate, timeIdToText } from './time-id.ts';

const moment = fc.date({ min: new Date(0), noInvalidDate: true });
const sequence = fc.nat({ max: Number.MAX_SAFE_INTEGER });

describe('A moment as an id', () => {
  it('comes back as the same moment and sequence', () => {
    fc.assert(
      fc.property(moment, sequence, (date, number) => {
        expect(idToDate(dateToId(date, number))).toEqual([date, number]);
      }),
    );
  });

  it('is an instant: the zone in which it was written plays no part', () => {
    expect(dateToId(new Date('2018-01-01T00:00:00Z'))).toBe('1514764800000-0');
    expect(dateToId(new Date('2017-12-31T18:00:00-06:00'))).toBe('1514764800000-0');
  });

  it('rises with time', () => {
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        const order = Number(dateToId(a).split('-')[0]) - Number(dateToId(b).split('-')[0]);
        expect(Math.sign(order)).toBe(Math.sign(a.getTime() - b.getTime()));
      }),
    );
  });

  it.each([new Date(Number.NaN), new Date(-1)])('cannot be %s', (date) => {
    expect(() => dateToId(date)).toThrow(RangeError);
  });

  it.each([-1, 0.5, Number.NaN, 2 ** 53])('cannot have the sequence %s', (number) => {
    expect(() => dateToId(new Date(0), number)).toThrow(RangeError);
  });

  it.each(['8640000000000001-0', '0-9007199254740992'])('refuses what it cannot hold: %s', (id) => {
    expect(() => idToDate(id)).toThrow(RangeError);
  });

  it('may be a Date, a pair, an entry or text', () => {
    expect(timeIdToText(new Date(5))).toBe('5-0');
    expect(timeIdToText([new Date(5), 6])).toBe('5-6');
    expect(timeIdToText({ id: '5-7' })).toBe('5-7');
    expect(timeIdToText('*')).toBe('*');
  });
});
