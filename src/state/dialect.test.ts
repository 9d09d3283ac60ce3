import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../../core/lesson/dialects.ts';
import type { Dialect } from '../../core/lesson/lesson.ts';
import { safeStorage, type SafeStorage } from '../storage/safe-storage.ts';
import { memoryStorage } from '../storage/testing/memory-storage.ts';
import { DialectState } from './dialect.svelte.ts';

const KEY = 'streambook:dialect:1';

/** A page that is opened at an address, in a browser. */
function open(
  address: string,
  storage: SafeStorage = browser(),
  dialects: readonly Dialect[] = DIALECTS,
) {
  const page = { at: address };
  const replace = (to: string) => (page.at = to);
  const state = new DialectState(dialects, storage, { read: () => page.at, replace });
  state.load();
  return { page, state, storage };
}

function browser(): SafeStorage {
  const raw = memoryStorage();
  return safeStorage(() => raw);
}

describe('DialectState', () => {
  it('begins with walrus, and leaves the address alone', () => {
    const { page, state, storage } = open('http://a.example/#cell-b');
    expect([state.chosen, page.at]).toEqual(['walrus', 'http://a.example/#cell-b']);
    expect(storage.get(KEY)).toBeNull();
  });

  it('keeps a choice, and puts it into the address', () => {
    const { page, state, storage } = open('http://a.example/#cell-b');
    state.choose('node-redis');
    expect(page.at).toBe('http://a.example/?dialect=node-redis#cell-b');
    expect(state.isNew).toBe(true);
    expect(open('http://a.example/', storage).state.chosen).toBe('node-redis');
  });

  it('follows a link rather than what was kept, and keeps that', () => {
    const { storage, state } = open('http://a.example/');
    state.choose('node-redis');
    expect(open('http://a.example/?dialect=walrus', storage).state.chosen).toBe('walrus');
    expect(open('http://a.example/', storage).state.chosen).toBe('walrus');
  });

  it('tells of a dialect that does not exist, and stays with what was kept', () => {
    const { storage, state } = open('http://a.example/');
    state.choose('node-redis');
    const later = open('http://a.example/?dialect=ioredis', storage);
    expect([later.state.chosen, later.state.unknown]).toEqual(['node-redis', 'ioredis']);
    later.state.choose('walrus');
    expect([later.state.unknown, later.page.at]).toEqual([
      null,
      'http://a.example/?dialect=walrus',
    ]);
  });

  it('shows a course that is written in one dialect in that one, whatever was kept', () => {
    const { storage, state } = open('http://a.example/');
    state.choose('node-redis');
    const other = open('http://a.example/?dialect=node-redis', storage, ['walrus']);
    expect([other.state.chosen, other.state.unknown]).toEqual(['walrus', 'node-redis']);
    expect(open('http://a.example/', storage).state.chosen).toBe('node-redis');
  });

  it('does not switch when an address of before a switch comes back', () => {
    const { page, state } = open('http://a.example/?dialect=walrus');
    state.choose('node-redis');
    page.at = 'http://a.example/?dialect=walrus#cell-b';
    state.followAddress();
    expect([state.chosen, page.at]).toEqual([
      'node-redis',
      'http://a.example/?dialect=node-redis#cell-b',
    ]);
  });

  it('sets aside what it cannot read', () => {
    const storage = browser();
    storage.set(KEY, '"ioredis"');
    expect(open('http://a.example/', storage).state.chosen).toBe('walrus');
    expect(storage.get(`streambook:unreadable:${KEY}`)).toBe('"ioredis"');
  });
});
