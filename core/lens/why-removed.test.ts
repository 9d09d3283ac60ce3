import { describe, expect, it } from 'vitest';
import { stream } from './testing/build.ts';
import { whyRemoved } from './why-removed.ts';

const IDS = ['1-0', '2-0', '3-0', '4-0', '5-0'];

/** Why those of IDS that are not left are gone, in their order. */
function reasons(left: string[], recorded: [string | null, string | null]) {
  const before = stream('s', IDS, { maxDeletedId: recorded[0] });
  const after = stream('s', left, { maxDeletedId: recorded[1] });
  const removed = before.entries.filter(({ id }) => !left.includes(id));
  const why = whyRemoved(before, after, removed);
  return removed.map(({ id }) => why(id));
}

describe('whyRemoved', () => {
  it('says that an entry was deleted when an older one is still there', () => {
    expect(reasons(['1-0', '2-0', '4-0', '5-0'], ['0-0', '3-0'])).toEqual(['deleted']);
    expect(reasons(['1-0', '5-0'], [null, null])).toEqual(['deleted', 'deleted', 'deleted']);
  });

  it('says that the oldest were trimmed when XDEL has recorded nothing', () => {
    expect(reasons(['3-0', '4-0', '5-0'], ['0-0', '0-0'])).toEqual(['trimmed', 'trimmed']);
    expect(reasons(['3-0', '4-0', '5-0'], [null, null])).toEqual(['trimmed', 'trimmed']);
  });

  it('says that the oldest were deleted when XDEL has recorded the newest of them', () => {
    expect(reasons(['3-0', '4-0', '5-0'], ['0-0', '2-0'])).toEqual(['deleted', 'deleted']);
    expect(reasons([], ['0-0', '5-0'])).toEqual(IDS.map(() => 'deleted'));
  });

  it('says that trimming took all but the recorded one when it came further than that', () => {
    expect(reasons(['4-0', '5-0'], ['0-0', '2-0'])).toEqual(['trimmed', 'deleted', 'trimmed']);
  });

  it('tells trimming of the oldest from deleting further up', () => {
    expect(reasons(['2-0', '3-0', '5-0'], ['0-0', '4-0'])).toEqual(['trimmed', 'deleted']);
  });

  it('says that the oldest were trimmed when XDEL had recorded a larger one long before', () => {
    expect(reasons(['2-0', '3-0', '4-0', '5-0'], ['4-5', '4-5'])).toEqual(['trimmed']);
  });

  it('says that a stream without entries was trimmed when XDEL has recorded nothing', () => {
    expect(reasons([], ['0-0', '0-0'])).toEqual(IDS.map(() => 'trimmed'));
  });
});
