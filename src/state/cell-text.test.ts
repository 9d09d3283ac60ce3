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

  it('is taken over by the tab that it continues, also while the cursor is still there', () => {
    const { open } = browser();
    const { text: a } = open('a', { hasCursor: true });
    a.type('one');
    const { text: b } = open('b', { hasCursor: true });
    b.type('one, two');
    b.type('one, two, three');
    a.follow();
    expect([a.shown, a.rivals]).toEqual(['one, two, three', []]);
    a.type('one, two, three, four');
    b.follow();
    expect([b.shown, b.rivals]).toEqual(['one, two, three, four', []]);
    // A tab that was asleep meanwhile comes back to the text of one that came after.
    const { text: c } = open('c');
    c.type('five');
    const { text: d } = open('d');
    d.type('six');
    a.follow();
    expect([a.shown, a.rivals]).toEqual(['six', []]);
  });

  it('stays beside that of a tab which has typed at the same time, until one is chosen', () => {
    const { open } = browser();
    const { text: a } = open('a');
    const { text: b } = open('b');
    a.type('one');
    b.type('two');
    a.follow();
    b.follow();
    expect([a.shown, b.shown]).toEqual(['one', 'two']);
    expect([a.rivals, b.rivals]).toEqual([['two'], ['one']]);
    a.type('one, more');
    b.follow();
    expect([b.shown, b.rivals]).toEqual(['two', ['one, more']]);
    b.choose('two');
    // Nothing was typed since in the other tab: it goes along, and can have its text back.
    a.follow();
    expect([a.shown, a.rivals, b.rivals]).toEqual(['two', [], []]);
    a.undo();
    expect(a.shown).toBe('one, more');
  });

  it('is not given up by a choice that was made without seeing it', () => {
    const { open } = browser();
    const { text: a } = open('a');
    const { text: b } = open('b');
    a.type('one');
    b.type('two');
    a.follow();
    a.type('one, more');
    b.choose('two');
    a.follow();
    expect([a.shown, a.rivals]).toEqual(['one, more', ['two']]);
    // The person sees the newer text, and decides anew.
    expect([b.shown, b.rivals]).toEqual(['two', ['one, more']]);
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

  it('survives another tab that has written over it without seeing it', () => {
    const { raw, open } = browser();
    const { text: a } = open('a');
    const { text: b } = open('b');
    b.type('two');
    const written = [...Array(raw.length).keys()].map((index) => raw.key(index) ?? '');
    const blind = written.map((key) => [key, raw.getItem(key) ?? ''] as const);
    raw.clear();
    a.type('one');
    for (const [key, value] of blind) raw.setItem(key, value);
    a.follow();
    b.follow();
    expect([a.shown, a.rivals]).toEqual(['one', ['two']]);
    expect([b.shown, b.rivals]).toEqual(['two', ['one']]);
    a.choose('one');
    // Or has come back to the original without seeing it.
    raw.clear();
    a.follow();
    expect(a.shown).toBe('original');
    a.undo();
    expect(a.shown).toBe('one');
  });

  it('gives way to a text that comes from a file, once the own one was given up', () => {
    const { raw, open } = browser();
    const { text: a } = open('a');
    const { text: b } = open('b');
    b.type('of the file');
    const key = raw.key(0) ?? '';
    const { writes: _, ...file } = JSON.parse(raw.getItem(key) ?? '') as Record<string, unknown>;
    raw.clear();
    a.type('one');
    a.type('original');
    raw.setItem(key, JSON.stringify(file));
    a.follow();
    expect([a.shown, a.rivals]).toEqual(['of the file', []]);
    const { text: c } = open('c');
    c.type('and more');
    a.follow();
    expect([a.shown, a.rivals]).toEqual(['and more', []]);
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
