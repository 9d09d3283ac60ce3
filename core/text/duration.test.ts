import { describe, expect, it } from 'vitest';
import { formatDuration, formatSeconds } from './duration.ts';

describe('formatDuration', () => {
  it.each([
    [0, '0 ms'],
    [13.6, '14 ms'],
    [999.4, '999 ms'],
    [999.6, '1 s'],
    [5000, '5 s'],
    [5010, '5.0 s'],
    [1234, '1.2 s'],
    [9949, '9.9 s'],
    [9951, '10 s'],
    [48_200, '48 s'],
    [60_000, '1 min'],
    [125_000, '2 min 5 s'],
    [-5, '0 ms'],
  ])('shows %d ms as %s', (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });
});

describe('formatSeconds', () => {
  it.each([
    [-20, '0 s'],
    [400, '0 s'],
    [3100, '3 s'],
    [59_600, '1 min'],
  ])('shows %d ms as %s', (ms, text) => {
    expect(formatSeconds(ms)).toBe(text);
  });
});
