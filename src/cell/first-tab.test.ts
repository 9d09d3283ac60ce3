import { describe, expect, it } from 'vitest';
import type { ChangeLine } from '../../core/lens/change-line.ts';
import { firstTab } from './first-tab.ts';

const value = { kind: 'value', text: '1' } as const;
const change: ChangeLine = {
  kind: 'entry-added',
  sign: '+',
  text: 'An entry was added.',
  count: 1,
  stream: 'a',
  group: null,
  consumer: null,
  ids: [],
  row: null,
};

describe('firstTab', () => {
  it('is the output, when there is one', () => {
    expect(firstTab('ok', [value], [change])).toBe('output');
  });

  it('is the changes when a run has changed something and shown nothing', () => {
    expect(firstTab('ok', [], [change])).toBe('changes');
  });

  it('is the output while an output may still come, and when there is nothing at all', () => {
    expect(firstTab('running', [], [change])).toBe('output');
    expect(firstTab('ok', [], [])).toBe('output');
    expect(firstTab(null, [], [change])).toBe('output');
  });
});
