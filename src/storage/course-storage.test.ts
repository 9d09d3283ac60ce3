import { expect, it } from 'vitest';
import { courseStorage, keyInCourse } from './course-storage.ts';
import { editedTexts, loadEdit, saveEdit } from './edits.ts';
import { UNREADABLE } from './read-value.ts';
import { safeStorage } from './safe-storage.ts';
import { memoryStorage } from './testing/memory-storage.ts';

const of = { cell: 'connect', dialect: 'walrus' } as const;
const edit = (text: string) => ({
  ...{ text, original: null, title: 'Connect', lesson: 'first' },
  ...{ others: [], discarded: [], writes: [] },
});

it('keeps what is written in one course apart from every other, also from one whose id begins the same', () => {
  const raw = memoryStorage();
  const browser = safeStorage(() => raw);
  const courses = [null, 'greetings', 'greetings-2'];
  const storages = courses.map((course) => courseStorage(browser, course));
  for (const [index, storage] of storages.entries()) saveEdit(storage, of, edit(`text ${index}`));
  for (const [index, storage] of storages.entries()) {
    expect(editedTexts(storage)).toEqual([of]);
    expect(loadEdit(storage, of)?.text).toBe(`text ${index}`);
  }
  // That of the course that comes with Streambook is where it always was.
  expect(browser.keys('').toSorted()).toEqual([
    'streambook:edit:2:connect',
    'streambook@greetings-2:edit:2:connect',
    'streambook@greetings:edit:2:connect',
  ]);
  const [own, other] = storages;
  if (other) saveEdit(other, of, null);
  expect(own?.keys('streambook:')).toEqual(['streambook:edit:2:connect']);
  expect(other?.keys('streambook:')).toEqual([]);
});

it('sets aside within the course what cannot be read', () => {
  const raw = memoryStorage();
  const browser = safeStorage(() => raw);
  const storage = courseStorage(browser, 'greetings');
  browser.set('streambook@greetings:edit:2:connect', '{');
  expect(loadEdit(storage, of)).toBeNull();
  expect(storage.keys(UNREADABLE)).toEqual([`${UNREADABLE}streambook:edit:2:connect`]);
  expect(browser.keys(UNREADABLE)).toEqual([]);
});

it('tells of a key of the browser what it is in a course', () => {
  const key = 'streambook@greetings:progress:1:connect';
  expect(keyInCourse('greetings', key)).toBe('streambook:progress:1:connect');
  expect(keyInCourse('greet', key)).toBeNull();
  expect(keyInCourse(null, key)).toBeNull();
  expect(keyInCourse(null, 'streambook:progress:1:connect')).toBe('streambook:progress:1:connect');
});
