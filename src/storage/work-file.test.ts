import { describe, expect, it } from 'vitest';
import { loadEdit, saveEdit, type Edit } from './edits.ts';
import { importWork } from './import-work.ts';
import { planImport } from './plan-import.ts';
import { loadProgress, saveProgress } from './progress.ts';
import { UNREADABLE } from './read-value.ts';
import { safeStorage, type SafeStorage } from './safe-storage.ts';
import { loadScratchCells, saveScratchCell, type KeptScratch } from './scratch-cells.ts';
import { memoryStorage } from './testing/memory-storage.ts';
import {
  gatherWork,
  MAX_WORK_FILE,
  readWorkFile,
  workFileName,
  type CourseOfWork,
  type WorkFile,
} from './work-file.ts';

const edit = (text: string): Edit => ({
  text,
  original: 'abc',
  title: 'Add an entry',
  lesson: 'basics',
  others: [],
  discarded: [],
  writes: [],
});
const scratch = (slug: string, text: string): KeptScratch => ({
  slug,
  title: 'Scratch cell 1',
  text,
  others: [],
  discarded: [],
  writes: [],
  place: { lesson: 'basics', anchor: 'add', side: 'below', rank: 0 },
});
const add = { cell: 'add', dialect: 'walrus' } as const;
const bare = { cell: 'add', dialect: 'node-redis' } as const;
const cells = new Set(['add', 'read']);
const browser = (room?: number) => {
  const raw = memoryStorage(room);
  return safeStorage(() => raw);
};
const all = (storage: SafeStorage) =>
  Object.fromEntries(storage.keys('').map((key) => [key, storage.get(key)]));
const course = { id: null, title: 'Streams' };
const NOTHING = { edits: [], scratch: [] };
const at = new Date(2026, 0, 2, 3, 4, 5);

/** A browser with some work, and the file of it as it is read elsewhere. */
function saved(): { storage: SafeStorage; work: WorkFile } {
  const storage = browser();
  saveEdit(storage, add, edit('mine'));
  saveScratchCell(storage, scratch('scratch-1', 'my own'));
  saveProgress(storage, 'progress', 'add', 5);
  saveProgress(storage, 'solved', 'add', 6);
  storage.set(`${UNREADABLE}x`, '{');
  const read = readWorkFile(
    'work.json',
    JSON.stringify(gatherWork(storage, course, at, NOTHING)),
    course,
  );
  if ('problem' in read) throw new Error(read.problem);
  return { storage, work: read.work };
}

function load(storage: SafeStorage, work: WorkFile) {
  const plan = planImport(storage, work, cells);
  return { plan, undo: importWork(storage, plan, work) };
}

describe('a file of work', () => {
  it('carries everything to an empty browser, and can be taken back there', () => {
    const { storage, work } = saved();
    const other = browser();
    const { plan, undo } = load(other, work);
    expect(plan).toMatchObject({ conflicts: [], same: 0 });
    expect([plan.edits.length, plan.scratch.length]).toEqual([1, 1]);
    expect(all(other)).toEqual(all(storage));
    undo?.();
    expect(all(other)).toEqual({});
  });

  it('changes nothing where it came from, however often it is loaded', () => {
    const { storage, work } = saved();
    const before = all(storage);
    const { plan } = load(storage, work);
    expect(plan).toEqual({ edits: [], scratch: [], conflicts: [], several: [], same: 2 });
    expect(all(storage)).toEqual(before);
  });

  it('keeps both texts where there is another one here', () => {
    const { work } = saved();
    const here = browser();
    saveEdit(here, add, edit('other'));
    saveScratchCell(here, scratch('scratch-1', 'other own'));
    saveProgress(here, 'progress', 'add', 1);
    const { plan } = load(here, work);
    expect(plan.conflicts).toEqual(['Scratch cell 1', 'Add an entry']);
    const texts = loadScratchCells(here).map(({ title, text }) => [title, text]);
    expect(texts.sort()).toEqual([
      ['Scratch cell 1', 'other own'],
      ['“Add an entry” from the file', 'mine'],
      ['“Scratch cell 1” from the file', 'my own'],
    ]);
    expect(loadProgress(here, 'progress').get('add')).toBe(1);
    const before = all(here);
    expect(load(here, work).plan).toMatchObject({ conflicts: [], same: 2 });
    expect(all(here)).toEqual(before);
    // Not even what was made of the file's own text is replaced.
    const brought = loadScratchCells(here).find(({ text }) => text === 'mine');
    saveScratchCell(here, { ...scratch('', 'mine, edited'), slug: brought?.slug ?? '' });
    load(here, work);
    const now = loadScratchCells(here).map(({ text }) => text);
    expect(now.sort()).toEqual(['mine', 'mine, edited', 'my own', 'other own']);
  });

  it('brings the texts of tabs that had not agreed, each where it can be seen', () => {
    const storage = browser();
    saveEdit(storage, add, { ...edit('mine'), others: [{ tab: 'a', text: 'of another tab' }] });
    const own = { ...scratch('scratch-1', 'my own'), others: [{ tab: 'a', text: 'other own' }] };
    saveScratchCell(storage, own);
    const work = gatherWork(storage, course, at, NOTHING);
    expect(load(storage, work).plan).toMatchObject({ scratch: [], several: [], same: 2 });

    const ofFile = [
      ['Scratch cell 1', 'my own'],
      ['“Add an entry” from the file', 'of another tab'],
      ['“Scratch cell 1” from the file', 'other own'],
    ];
    const texts = (here: SafeStorage) =>
      loadScratchCells(here)
        .map(({ title, text }) => [title, text])
        .sort();
    const empty = browser();
    expect(load(empty, work).plan.several).toEqual(['Scratch cell 1', 'Add an entry']);
    expect(texts(empty)).toEqual(ofFile);
    expect(loadEdit(empty, add)).toMatchObject({ text: 'mine', others: [] });

    // Also where the first text is here already.
    const same = browser();
    saveEdit(same, add, edit('mine'));
    saveScratchCell(same, scratch('scratch-1', 'my own'));
    load(same, work);
    expect(texts(same)).toEqual(ofFile);
    expect(load(same, work).plan).toMatchObject({ scratch: [], several: [] });

    // And where the first one is the original.
    saveEdit(storage, add, {
      ...edit(''),
      text: null,
      others: [{ tab: 'a', text: 'of another tab' }],
      discarded: ['given up'],
    });
    const restored = gatherWork(storage, course, at, NOTHING);
    const next = browser();
    expect(load(next, restored).plan.several).toEqual(['Scratch cell 1', 'Add an entry']);
    expect(load(next, restored).plan).toMatchObject({ edits: [], scratch: [], several: [] });
    expect(loadEdit(next, add)).toMatchObject({ text: null, discarded: ['given up'] });

    const gone = planImport(browser(), work, new Set());
    expect(gone.scratch.map(({ text }) => text)).toContain('of another tab');
  });

  it('takes back what it has brought, but not what was written on since', () => {
    const { work } = saved();
    const here = browser();
    const { undo } = load(here, work);
    saveEdit(here, add, edit('mine, and more'));
    undo?.();
    expect(loadScratchCells(here)).toEqual([]);
    expect(all(here)).toEqual({ 'streambook:edit:2:add': expect.stringContaining('and more') });
  });

  it('brings edits of cells that are no longer there as scratch cells', () => {
    const { work } = saved();
    const plan = planImport(browser(), work, new Set());
    expect(plan.scratch.map(({ text }) => text)).toEqual(['my own', 'mine']);
    expect(plan.edits).toEqual([]);
  });

  it('changes nothing when there is no room for all of it', () => {
    const { work } = saved();
    const here = browser(250);
    here.set('streambook:other', 'x'.repeat(60));
    expect(load(here, work).undo).toBeNull();
    expect(all(here)).toEqual({ 'streambook:other': 'x'.repeat(60) });
  });

  it('holds what the browser had no room for', () => {
    const storage = browser();
    saveEdit(storage, add, edit('older'));
    const unkept = {
      edits: [{ ...add, edit: edit('newer') }],
      scratch: [scratch('scratch-1', 'own')],
    };
    const { edits, scratch: own } = gatherWork(storage, course, at, unkept);
    expect(edits.map(({ text }) => text)).toEqual(['newer']);
    expect(own.map(({ text }) => text)).toEqual(['own']);
  });

  it('carries the edits of both dialects, each to its own', () => {
    const storage = browser();
    saveEdit(storage, add, edit('mine'));
    saveEdit(storage, bare, edit('bare'));
    const text = JSON.stringify(gatherWork(storage, course, at, NOTHING));
    const read = readWorkFile('work.json', text, course);
    const here = browser();
    saveEdit(here, add, edit('other'));
    if ('work' in read) load(here, read.work);
    expect([loadEdit(here, add)?.text, loadEdit(here, bare)?.text]).toEqual(['other', 'bare']);
    expect(loadScratchCells(here).map(({ text: own }) => own)).toEqual(['mine']);
  });

  it('is read in its first form, which knew walrus only', () => {
    const { storage } = saved();
    const now = JSON.stringify(gatherWork(storage, course, at, NOTHING));
    const first = now.replace('"version":2', '"version":1').replace('"dialect":"walrus",', '');
    expect(first).not.toContain('dialect');
    const read = readWorkFile('work.json', first, course);
    expect('work' in read && read.work.edits).toMatchObject([{ ...add, text: 'mine' }]);
  });

  it('is not loaded in another course, which says which one it is of', () => {
    const text = (of: CourseOfWork) => JSON.stringify(gatherWork(browser(), of, at, NOTHING));
    const other = { id: 'greetings', title: 'Greetings' };
    const read = readWorkFile('work.json', text(other), course);
    expect('problem' in read && read.problem).toContain(
      'holds work of another course, “Greetings”, and this one is “Streams”.',
    );
    expect('problem' in readWorkFile('work.json', text(course), other)).toBe(true);
    const renamed = { ...other, title: 'Hello' };
    expect('work' in readWorkFile('work.json', text(other), renamed)).toBe(true);
    // Older files do not say.
    const { course: _, ...older } = gatherWork(browser(), course, at, NOTHING);
    expect('work' in readWorkFile('work.json', JSON.stringify(older), other)).toBe(true);
  });

  it('has the day in its name', () => {
    expect(workFileName(at)).toBe('streambook-work-2026-01-02.json');
  });

  const good = JSON.stringify(gatherWork(browser(), course, at, NOTHING));
  it.each([
    ['{', 'is not JSON'],
    ['[]', 'is not a file of Streambook work'],
    [good.replace('"version":2', '"version":9'), 'another version of this page (form 9'],
    [good.replace('"edits":[]', '"edits":[{"cell":"a"}]'), 'is damaged at edits.0.text'],
    [good.replace('"scratch":[]', '"scratch":7'), 'is damaged at scratch'],
    ['x'.repeat(MAX_WORK_FILE + 1), 'has 13 MB'],
  ])('says what is wrong with a file: %#', (text, words) => {
    const read = readWorkFile('my work.json', text, course);
    expect('problem' in read ? read.problem : '').toMatch(/^“my work.json” /);
    expect('problem' in read ? read.problem : '').toContain(words);
  });
});
