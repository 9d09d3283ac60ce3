import { describe, expect, it } from 'vitest';
import { idLabels } from './id-labels.ts';

const written = (...ids: string[]) => {
  const labels = idLabels(ids);
  return [labels.zone, ...ids.map((id) => `${labels.label(id).time}|${labels.label(id).sequence}`)];
};

describe('idLabels', () => {
  it('writes the time of the day when all are of one day', () => {
    expect(written('1514764800004-0', '1514764801000-12')).toEqual([
      'times of 2018-01-01, UTC',
      '00:00:00.004|-0',
      '00:00:01.000|-12',
    ]);
  });

  it('writes the day where there are several, and milliseconds only where there are some', () => {
    expect(written('1514764800000-0', '1514851200000-0')).toEqual([
      'times in UTC',
      '2018-01-01 00:00:00|-0',
      '2018-01-02 00:00:00|-0',
    ]);
  });

  it('leaves an id that is no time as it is', () => {
    expect(written('1-1')).toEqual([null, '1|-1']);
    expect(written('0-1', '1514764800000-0')[1]).toBe('0|-1');
    expect(written('18446744073709551615-18446744073709551615')).toEqual([
      null,
      '18446744073709551615|-18446744073709551615',
    ]);
  });
});
