import { describe, expect, it } from 'vitest';
import { cellKey } from './cell-key.ts';

const none = {
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
};

describe('cellKey', () => {
  it.each([true, false])('runs and goes on with Shift+Enter (editing: %s)', (isEditing) => {
    expect(cellKey({ ...none, key: 'Enter', shiftKey: true }, isEditing)).toBe('run-and-next');
  });

  it.each(['ctrlKey', 'metaKey'])('runs and stays with %s+Enter', (modifier) => {
    expect(cellKey({ ...none, key: 'Enter', [modifier]: true }, true)).toBe('run');
  });

  it('begins to edit with Enter, and leaves a line break alone while editing', () => {
    expect(cellKey({ ...none, key: 'Enter' }, false)).toBe('edit');
    expect(cellKey({ ...none, key: 'Enter' }, true)).toBeNull();
  });

  it('leaves the editor with Escape, and only the editor', () => {
    expect(cellKey({ ...none, key: 'Escape' }, true)).toBe('leave');
    expect(cellKey({ ...none, key: 'Escape' }, false)).toBeNull();
  });

  it('takes no key from an input method', () => {
    expect(cellKey({ ...none, key: 'Enter', shiftKey: true, isComposing: true }, true)).toBeNull();
    expect(cellKey({ ...none, key: 'Escape', isComposing: true }, true)).toBeNull();
  });

  it('never takes Tab', () => {
    expect(cellKey({ ...none, key: 'Tab' }, true)).toBeNull();
  });
});
