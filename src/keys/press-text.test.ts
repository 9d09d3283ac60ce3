import { describe, expect, it } from 'vitest';
import { pressText, spokenKey } from './press-text.ts';

describe('pressText', () => {
  it('names keys as they are printed on each keyboard', () => {
    const press = { key: 'Enter', control: true, alt: true, shift: true } as const;
    expect(pressText(press, false)).toEqual(['Ctrl', 'Alt', 'Shift', 'Enter']);
    expect(pressText(press, true)).toEqual(['Cmd', 'Option', 'Shift', 'Enter']);
    expect(pressText({ key: 'Escape' }, false)).toEqual(['Esc']);
    expect(pressText({ key: 'j' }, false)).toEqual(['J']);
  });

  it('has words for signs that no voice reads well', () => {
    expect(spokenKey('↓')).toBe('Down arrow');
    expect(spokenKey('J')).toBeNull();
  });
});
