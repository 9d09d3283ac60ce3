import { describe, expect, it } from 'vitest';
import { waitingText } from './waiting-text.ts';

const blocked = { command: 'XREADGROUP', keys: ['a', 'b'], since: 1000, group: 'g', consumer: 'c' };

describe('waitingText', () => {
  it('says on what, for how long, and how long at most', () => {
    expect(waitingText({ ...blocked, timeout: 5000 }, 4200)).toBe(
      'blocked on XREADGROUP a, b, 3 s of 5 s',
    );
  });

  it('says a bound that is no whole second in ms', () => {
    expect(waitingText({ ...blocked, timeout: 1500 }, 1000)).toContain('0 s of 1500 ms');
  });

  it('says that a read has no bound', () => {
    expect(waitingText({ ...blocked, timeout: 0 }, 121_000)).toBe(
      'blocked on XREADGROUP a, b, 2 min so far, without a timeout',
    );
  });
});
