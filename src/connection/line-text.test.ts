import { describe, expect, it } from 'vitest';
import { lineText } from './line-text.ts';

describe('lineText', () => {
  it.each([
    [0, 'The server is full: you are the next to get in. This page'],
    [1, 'The server is full: 1 person is ahead of you. This page'],
    [12, 'The server is full: 12 people are ahead of you. This page'],
  ])('says with %i ahead: %s', (ahead, text) => {
    expect(lineText(ahead)).toContain(text);
    expect(lineText(ahead)).toMatch(/lets you in by itself .* read and edit meanwhile\.$/);
  });
});
