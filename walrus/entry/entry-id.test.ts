import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareIds, idOf, parseId } from './entry-id.ts';

const half = fc.bigInt(0n, 2n ** 64n - 1n);
const parts = fc.record({ milliseconds: half, sequence: half });
const toId = ({ milliseconds, sequence }: { milliseconds: bigint; sequence: bigint }) =>
  `${milliseconds}-${sequence}`;

describe('An entry id', () => {
  it('is split without losing a digit', () => {
    fc.assert(
      fc.property(parts, (id) => {
        expect(parseId(toId(id))).toEqual(id);
      }),
    );
  });

  it('has the sequence 0 when it has none', () => {
    expect(parseId('7')).toEqual({ milliseconds: 7n, sequence: 0n });
  });

  it.each(['', '-', '+', '$', '*', '1-', '-1', '1-2-3', 'a-b', '1.5-0', '18446744073709551616-0'])(
    'is refused when it is %j',
    (id) => {
      expect(() => parseId(id)).toThrow(SyntaxError);
    },
  );

  it('is ordered by number and not by text', () => {
    expect(['100-10', '9-0', '100-2', '10-0'].sort(compareIds)).toEqual([
      '9-0',
      '10-0',
      '100-2',
      '100-10',
    ]);
  });

  it('is ordered the same way from both sides, and equal only to itself', () => {
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        const order = compareIds(toId(a), toId(b));
        expect(order + compareIds(toId(b), toId(a))).toBe(0);
        expect(order === 0).toBe(toId(a) === toId(b));
        if (a.milliseconds !== b.milliseconds)
          expect(order < 0).toBe(a.milliseconds < b.milliseconds);
      }),
    );
  });

  it('comes from text or from anything that has one', () => {
    expect(idOf('1-0')).toBe('1-0');
    expect(idOf({ id: '1-0' })).toBe('1-0');
  });
});
