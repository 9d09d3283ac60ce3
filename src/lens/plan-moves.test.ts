import { describe, expect, it } from 'vitest';
import type { Change } from '../../core/lens/change.ts';
import { MAX_MOVES, planMoves } from './plan-moves.ts';

const where = { stream: 's', group: 'g' };
const row = { id: '1-0', deliveredAt: 0, deliveries: 1, ghost: false };
const strip = { stream: 's', id: '1-0', lane: null };
const lane = (consumer: string) => ({ ...strip, lane: { group: 'g', consumer } });

function added(id: string): Change {
  return { kind: 'entry-added', stream: 's', entry: { id, fields: [] } };
}

describe('planMoves', () => {
  it.each<[string, Change, object]>([
    ['an added entry appears', added('1-0'), { from: null, to: strip }],
    [
      'a deleted entry leaves the strip',
      { kind: 'entry-removed', stream: 's', id: '1-0', why: 'deleted' },
      { from: strip, to: null },
    ],
    [
      'a delivered entry moves from the strip to the lane',
      { kind: 'delivered', ...where, consumer: 'c', row },
      { from: strip, to: lane('c') },
    ],
    [
      'a claimed entry moves from lane to lane',
      { kind: 'claimed', ...where, from: 'c', to: 'd', row, deliveries: 1 },
      { from: lane('c'), to: lane('d') },
    ],
    [
      'an acknowledged entry leaves its lane with a check',
      { kind: 'acknowledged', ...where, consumer: 'c', id: '1-0' },
      { from: lane('c'), to: null, isAcknowledged: true },
    ],
    [
      'a dropped entry leaves its lane without one',
      { kind: 'dropped', ...where, consumer: 'c', id: '1-0' },
      { from: lane('c'), to: null, isAcknowledged: false },
    ],
  ])('%s', (_, change, move) => {
    expect(planMoves([change])).toEqual([expect.objectContaining(move)]);
  });

  it('moves nothing for a change that only gets a mark', () => {
    expect(planMoves([{ kind: 'group-moved', ...where, from: '0-0', to: '1-0' }])).toEqual([]);
  });

  it('moves nothing when too much happened at once', () => {
    const many = Array.from({ length: MAX_MOVES }, (_, index) => added(`${index + 1}-0`));
    expect(planMoves(many)).toHaveLength(MAX_MOVES);
    expect(planMoves([...many, added('99-0')])).toEqual([]);
  });
});
