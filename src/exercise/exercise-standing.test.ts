import { describe, expect, it } from 'vitest';
import { queuedRun } from '../../core/session/change-run.ts';
import { standingOf } from './exercise-standing.ts';

const run = (isSolved: boolean, text = '') => ({
  ...queuedRun('r', 'c', 1, ''),
  check: { isSolved, text },
});

describe('standingOf', () => {
  it('says that a run is checked, before there is one', () => {
    expect(standingOf(null, false)).toMatchObject({ isSolved: false, word: 'Not solved yet' });
  });

  it('says what is missing', () => {
    expect(standingOf(run(false, 'It holds 5.'), false)).toEqual({
      isSolved: false,
      word: 'Not yet',
      text: 'It holds 5.',
    });
  });

  it('keeps what was solved, also after a run that did not', () => {
    expect(standingOf(run(true), false)).toMatchObject({ isSolved: true, word: 'Solved' });
    expect(standingOf(null, true)).toMatchObject({ isSolved: true, word: 'Solved' });
    expect(standingOf(run(false, 'It holds 5.'), true)).toEqual({
      isSolved: true,
      word: 'Solved before',
      text: 'This run did not: It holds 5.',
    });
  });
});
