import { describe, expect, it } from 'vitest';
import { keyMap } from './key-map.ts';
import { DOUBLE_TIME, KeyReader, type Pressed } from './key-reader.ts';

const none: Pressed = {
  key: '',
  code: '',
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  repeat: false,
  timeStamp: 0,
};
const CELL = false;
const TEXT = true;

function read(event: Partial<Pressed>, isText: boolean) {
  return new KeyReader().read({ ...none, ...event }, isText);
}

describe('KeyReader', () => {
  it.each([TEXT, CELL])('knows the keys that run, in the text and out of it (%s)', (isText) => {
    expect(read({ key: 'Enter', shiftKey: true }, isText)).toBe('run-and-next');
    expect(read({ key: 'Enter', ctrlKey: true }, isText)).toBe('run');
    expect(read({ key: 'Enter', metaKey: true }, isText)).toBe('run');
    expect(read({ key: 'Enter', ctrlKey: true, shiftKey: true }, isText)).toBeNull();
  });

  it('edits with Enter and leaves with Escape, and lets both be where they mean something else', () => {
    expect(read({ key: 'Enter' }, CELL)).toBe('edit');
    expect(read({ key: 'Enter' }, TEXT)).toBeNull();
    expect(read({ key: 'Escape' }, TEXT)).toBe('leave');
    expect(read({ key: 'Escape' }, CELL)).toBeNull();
  });

  it('takes no letter from somebody who types, and no key that has a modifier of its own', () => {
    for (const key of 'abcdefghijklmnopqrstuvwxyz0?/') expect(read({ key }, TEXT)).toBeNull();
    for (const modifier of ['ctrlKey', 'metaKey', 'altKey', 'shiftKey']) {
      expect(read({ key: 'j', [modifier]: true }, CELL)).toBeNull();
    }
  });

  it('takes no key from an input method, and never Tab', () => {
    expect(read({ key: 'Enter', shiftKey: true, isComposing: true }, TEXT)).toBeNull();
    expect(read({ key: 'Escape', isComposing: true }, TEXT)).toBeNull();
    for (const isText of [TEXT, CELL]) expect(read({ key: 'Tab' }, isText)).toBeNull();
  });

  it('reads letters whatever the keyboard: caps lock, another alphabet, a shifted sign', () => {
    expect(read({ key: 'J', code: 'KeyJ' }, CELL)).toBe('next');
    expect(read({ key: 'о', code: 'KeyJ' }, CELL)).toBe('next');
    expect(read({ key: '?', shiftKey: true }, CELL)).toBe('show-keys');
    // On a keyboard where letters lie elsewhere, the letter counts and not its place.
    expect(read({ key: 'c', code: 'KeyJ' }, CELL)).toBeNull();
  });

  it('waits for the second press of a double key, for a second', () => {
    const keys = new KeyReader();
    const i = { ...none, key: 'i' };
    expect(keys.read({ ...i, timeStamp: 0 }, CELL)).toBe('wait');
    expect(keys.read({ ...i, timeStamp: DOUBLE_TIME }, CELL)).toBe('stop');
    expect(keys.read({ ...i, timeStamp: DOUBLE_TIME + 1 }, CELL)).toBe('wait');
    expect(keys.read({ ...i, timeStamp: 3 * DOUBLE_TIME }, CELL)).toBe('wait');
  });

  it('forgets the first press when another key comes between', () => {
    const keys = new KeyReader();
    expect(keys.read({ ...none, key: 'i' }, CELL)).toBe('wait');
    expect(keys.read({ ...none, key: '0' }, CELL)).toBe('wait');
    expect(keys.read({ ...none, key: 'i' }, CELL)).toBe('wait');
    expect(keys.read({ ...none, key: 'x' }, CELL)).toBeNull();
    expect(keys.read({ ...none, key: 'i' }, CELL)).toBe('wait');
  });

  it('does once what a held key asks for, except moving', () => {
    const keys = new KeyReader();
    expect(keys.read({ ...none, key: '0' }, CELL)).toBe('wait');
    expect(keys.read({ ...none, key: '0', repeat: true }, CELL)).toBe('wait');
    expect(read({ key: 'Enter', shiftKey: true, repeat: true }, CELL)).toBe('wait');
    expect(read({ key: 'j', repeat: true }, CELL)).toBe('next');
  });
});

describe('keyMap', () => {
  it('gives every key one meaning in a place', () => {
    const taken = keyMap
      .flatMap(({ bindings }) => bindings)
      .flatMap(({ ways, where }) =>
        ways.flatMap((way) =>
          (where === 'both' ? ['cell', 'text'] : [where]).map(
            (place) => `${place} ${JSON.stringify(way)}`,
          ),
        ),
      );
    expect(new Set(taken).size).toBe(taken.length);
  });

  it('reads back every key that it lists, where it lists it', () => {
    for (const { command, ways, where } of keyMap.flatMap(({ bindings }) => bindings)) {
      for (const way of ways) {
        const keys = new KeyReader();
        const meanings = way.map(({ key, shift, control, alt }) =>
          keys.read(
            { ...none, key, shiftKey: !!shift, ctrlKey: !!control, altKey: !!alt },
            where === 'text',
          ),
        );
        expect(meanings.at(-1)).toBe(command);
      }
    }
  });
});
