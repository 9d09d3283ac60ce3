import { describe, expect, it } from 'vitest';
import { safeStorage } from '../storage/safe-storage.ts';
import { memoryStorage } from '../storage/testing/memory-storage.ts';
import { CellText } from './cell-text.svelte.ts';
import { editKeeper } from './edit-keeper.ts';

/** A cell in several tabs of one browser; each tab says whether its cursor is in it. */
function browser(room?: number) {
  const raw = memoryStorage(room);
  const storage = safeStorage(() => raw);
  const cell = { slug: 'add', title: 'Add', lesson: 'basics', dialect: 'walrus' } as const;
  const open = (tab: string, { hasCursor = false, source = 'original' } = {}) => {
    const cursor = { isIn: hasCursor };
    const text = new CellText(editKeeper(storage, cell), source, tab, () => cursor.isIn);
    text.load();
    return { text, cursor };
  };
  return { raw, open };
}

describe('CellText', () => {
  it('is taken over by tabs in which nobody types, also while a text is only selected there', () => {
    const { open } = browser();
    const { text: a } = open('a', { hasCursor: true });
    const { text: b } = open('b', { hasCursor: true });
    a.type('one');
    b.follow();
    expect(b.shown).toBe('one');
    b.follow();
    a.type('two');
    b.follow();
    expect(b.shown).toBe('two');
  });

  it('stays beside that of a tab in which somebody types too, until one is chosen', () => {
    const { open } = browser();
    const { text: a } = open('a', { hasCursor: true });
    const { text: b } = open('b', { hasCursor: true });
    a.type('one');
    b.follow();
    b.type('two');
    a.follow();
    b.follow();
    expect([a.shown, b.shown]).toEqual(['one', 'two']);
    expect([a.rivals, b.rivals]).toEqual([['two'], ['one']]);
    b.choose('two');
    // The cursor of the other tab is still where it typed: it goes on with its text.
    a.follow();
    expect([a.shown, a.rivals]).toEqual(['one', ['two']]);
    a.choose('two');
    b.follow();
    expect([a.rivals, b.rivals]).toEqual([[], []]);
    a.undo();
    expect(a.shown).toBe('one');
  });

  it('writes nothing over that this tab has not heard of yet', () => {
    const { open } = browser();
    const { text: a } = open('a', { hasCursor: true });
    const { text: b } = open('b', { hasCursor: true });
    a.type('one');
    b.type('two');
    expect(b.rivals).toEqual(['one']);
    expect(open('c').text.rivals).toHaveLength(1);
  });

  it('gives way when the cursor has left', () => {
    const { open } = browser();
    const { text: a, cursor } = open('a', { hasCursor: true });
    const { text: b } = open('b', { hasCursor: true });
    a.type('one');
    b.follow();
    cursor.isIn = false;
    b.type('one and more');
    a.follow();
    expect([a.shown, a.rivals]).toEqual(['one and more', []]);
  });

  it('says that there is no room, and gives way to nobody then', () => {
    const { raw, open } = browser(250);
    const { text: a } = open('a');
    a.type('x'.repeat(500));
    expect(a.isKept).toBe(false);
    open('b').text.type('short');
    a.follow();
    expect(a.shown).toBe('x'.repeat(500));
    expect(a.rivals).toEqual(['short']);
    expect(raw.length).toBe(1);
    a.type('also short');
    expect(a.isKept).toBe(true);
  });

  it('knows that the original is new until the learner has decided, whatever is typed meanwhile', () => {
    const { open } = browser();
    open('a').text.type('mine');
    const later = () => open('b', { source: 'new original' }).text;
    const first = later();
    expect([first.shown, first.isOriginalNew]).toEqual(['mine', true]);
    first.type('mine, more');
    const second = later();
    expect(second.isOriginalNew).toBe(true);
    second.restore();
    expect([second.shown, later().shown, later().canUndo]).toEqual([
      'new original',
      'new original',
      true,
    ]);
    second.undo();
    second.keepMine();
    expect([later().shown, later().isOriginalNew]).toEqual(['mine, more', false]);
  });

  it('is no edit when the lesson has come to the same text', () => {
    const { open } = browser();
    open('a').text.type('better');
    const { text } = open('b', { source: 'better' });
    expect([text.isOwn, text.isOriginalNew]).toEqual([false, false]);
  });
});
