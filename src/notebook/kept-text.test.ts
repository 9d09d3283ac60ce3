import { describe, expect, it } from 'vitest';
import {
  adoptText,
  chooseText,
  isUntouched,
  restoreText,
  rivalTexts,
  shownText,
  takeOver,
  typeText,
  undoDiscard,
  UNTOUCHED,
  type KeptText,
} from './kept-text.ts';

const a = { tab: 'a', source: 'original' };
const b = { tab: 'b', source: 'original' };
const type = (kept: KeptText, view: typeof a, text: string) => typeText(kept, view, text, 'hash');
const mine = type(UNTOUCHED, a, 'mine');

describe('one tab', () => {
  it('keeps what was typed, with the original that it was typed into', () => {
    expect(mine).toEqual({
      text: 'mine',
      original: 'hash',
      others: [],
      discarded: [],
      writes: [],
    });
    expect(typeText(mine, a, 'more', 'new hash')).toMatchObject({ text: 'more', original: 'hash' });
    expect(isUntouched(type(mine, a, 'original'))).toBe(true);
  });

  it('brings a text back that the original has replaced, until something is typed', () => {
    const restored = restoreText(mine, a);
    expect(shownText(restored, a)).toBe('original');
    expect(isUntouched(restored)).toBe(false);
    const back = undoDiscard(restored, a);
    expect(back).toEqual(mine);
    expect(type(restored, a, 'other').discarded).toEqual([]);
    expect(undoDiscard(mine, a)).toBe(mine);
    expect(restoreText(restored, a)).toBe(restored);
  });
});

describe('two tabs', () => {
  it('take over what the other has typed', () => {
    expect(takeOver(UNTOUCHED, mine, b, false)).toBe(mine);
    expect(takeOver(mine, UNTOUCHED, a, false)).toBe(UNTOUCHED);
  });

  const both = takeOver(mine, type(UNTOUCHED, b, 'theirs'), a, true);

  it('keep both texts when both have typed, and each goes on with its own', () => {
    expect([shownText(both, a), shownText(both, b)]).toEqual(['mine', 'theirs']);
    expect([rivalTexts(both, a), rivalTexts(both, b)]).toEqual([['theirs'], ['mine']]);
    const next = type(type(both, a, 'mine 2'), b, 'theirs 2');
    expect([shownText(next, a), shownText(next, b)]).toEqual(['mine 2', 'theirs 2']);
    // Word of it that comes when nobody types any more changes nothing.
    expect(takeOver(both, next, b, false)).toEqual(next);
  });

  it('show both to a tab that comes later', () => {
    const c = { tab: 'c', source: 'original' };
    expect(shownText(both, c)).toBe('theirs');
    expect(rivalTexts(both, c)).toEqual(['mine']);
  });

  it.each([
    ['mine', 'theirs'],
    ['theirs', 'mine'],
  ])('agree when one chooses %s, and can have the other back', (chosen, other) => {
    const choice = chooseText(both, b, chosen);
    const after = takeOver(both, choice, a, false);
    expect([shownText(after, a), shownText(after, b)]).toEqual([chosen, chosen]);
    expect(rivalTexts(after, a)).toEqual([]);
    const back = undoDiscard(after, a);
    expect(shownText(back, a)).toBe(other);
    expect(shownText(undoDiscard(back, a), a)).toBe(chosen);
  });

  it('go on apart when one gives up a text that the other has gone on typing', () => {
    const after = takeOver(both, chooseText(both, b, 'theirs'), a, true);
    expect(shownText(after, a)).toBe('mine');
    expect(rivalTexts(after, a)).toEqual(['theirs']);
  });

  it('are one again as soon as they have the same text', () => {
    const same = takeOver(both, type(both, b, 'mine'), a, true);
    expect(rivalTexts(same, a)).toEqual([]);
    expect(rivalTexts(same, b)).toEqual([]);
  });

  it('restore the original in one without touching the other', () => {
    const restored = restoreText(both, a);
    expect([shownText(restored, a), shownText(restored, b)]).toEqual(['original', 'theirs']);
    expect(shownText(undoDiscard(restored, a), a)).toBe('mine');
  });
});

describe('adoptText', () => {
  const view = { tab: 'a', source: 'original' };

  it('keeps the own text where it can be brought back', () => {
    const own = typeText(UNTOUCHED, view, 'mine', 'hash');
    const adopted = adoptText(own, view, 'shared', 'hash');
    expect(shownText(adopted, view)).toBe('shared');
    expect(shownText(undoDiscard(adopted, view), view)).toBe('mine');
  });

  it('has nothing to keep of an original', () => {
    const adopted = adoptText(UNTOUCHED, view, 'shared', 'hash');
    expect(adopted).toEqual({
      text: 'shared',
      original: 'hash',
      others: [],
      discarded: [],
      writes: [],
    });
  });
});
