import { describe, expect, it } from 'vitest';
import type { ChangeLine } from '../../core/lens/change-line.ts';
import { sumChanges } from './sum-changes.ts';

function line(sign: ChangeLine['sign'], count: number): ChangeLine {
  const rest = {
    kind: 'x',
    text: '',
    stream: 'a',
    group: null,
    consumer: null,
    ids: [],
    row: null,
  };
  return { ...rest, sign, count };
}

describe('sumChanges', () => {
  it('adds up each sign, and shows only those that there are', () => {
    expect(sumChanges([line('~', 1), line('+', 1000), line('+', 2), line('-', 3)])).toBe(
      '+1,002 −3 ~1',
    );
    expect(sumChanges([line('-', 1)])).toBe('−1');
  });

  it('says none when nothing has changed', () => {
    expect(sumChanges([])).toBe('none');
  });
});
