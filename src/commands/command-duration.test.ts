import { describe, expect, it } from 'vitest';
import { commandDuration } from './command-duration.ts';

describe('commandDuration', () => {
  it('shows the tenths of a short one', () => {
    expect(commandDuration(0.42)).toBe('0.4 ms');
    expect(commandDuration(9.9)).toBe('9.9 ms');
    expect(commandDuration(-0.01)).toBe('0.0 ms');
  });

  it('shows a longer one as durations are shown everywhere', () => {
    expect(commandDuration(9.96)).toBe('10 ms');
    expect(commandDuration(1200)).toBe('1.2 s');
  });
});
