import { describe, expect, it } from 'vitest';
import { PLAIN, type AnsiStyle } from './ansi-style.ts';
import { parseAnsi } from './parse-ansi.ts';
import { sliceParts } from './slice-parts.ts';

const E = '\u001b';
/** What is different from plain text, for each piece. */
const styled = (text: string) =>
  parseAnsi(text).map((part) => [
    part.text,
    Object.fromEntries(
      Object.entries(part.style).filter(([key, value]) => value !== PLAIN[key as keyof AnsiStyle]),
    ),
  ]);
const plain = (text: string) =>
  parseAnsi(text)
    .map((part) => part.text)
    .join('');
const named = (index: number) => ({ kind: 'named', index });
const exact = (...rgb: number[]) => ({ kind: 'exact', rgb });

describe('parseAnsi', () => {
  it('leaves text without sequences as it is', () => {
    expect(parseAnsi('a\nb')).toEqual([{ text: 'a\nb', style: PLAIN }]);
    expect(parseAnsi('')).toEqual([]);
  });

  it.each<[string, string, unknown]>([
    ['bold', '1', { bold: true }],
    ['dim', '2', { dim: true }],
    ['italic', '3', { italic: true }],
    ['underline', '4', { underline: true }],
    ['inverse', '7', { inverse: true }],
    ['struck', '9', { strike: true }],
    ['a colour', '31', { color: named(1) }],
    ['a bright colour', '92', { color: named(10) }],
    ['a background', '44', { background: named(4) }],
    ['a bright background', '107', { background: named(15) }],
    ['one of 256 that has a name', '38;5;9', { color: named(9) }],
    ['one of the cube', '38;5;208', { color: exact(255, 135, 0) }],
    ['a grey', '48;5;232', { background: exact(8, 8, 8) }],
    ['an exact one', '38;2;1;2;300', { color: exact(1, 2, 255) }],
    ['an exact one with a colour space', '38:2::1:2:3', { color: exact(1, 2, 3) }],
    [
      'several at once',
      '1;31;48;2;0;0;0;4',
      { bold: true, color: named(1), background: exact(0, 0, 0), underline: true },
    ],
    ['what is not known', '1;73;999', { bold: true }],
    ['a colour that is not finished', '1;38', { bold: true }],
    ['a colour of no form', '1;38;9;31', { bold: true }],
  ])('writes %s', (_, parameters, style) => {
    expect(styled(`${E}[${parameters}mx`)).toEqual([['x', style]]);
  });

  it.each(['0', '', '22;23;24;27;29;39;49'])('takes everything back with %j', (reset) => {
    const all = `${E}[1;2;3;4;7;9;31;42m`;
    expect(styled(`${all}x${E}[${reset}my`)[1]).toEqual(['y', {}]);
    expect(parseAnsi(`${all}x${E}[${reset}my`)[1]?.style).toBe(PLAIN);
  });

  it('goes on with a style after a break', () => {
    expect(styled(`${E}[31ma\nb${E}[0mc`)).toEqual([
      ['a', { color: named(1) }],
      ['\n', {}],
      ['b', { color: named(1) }],
      ['c', {}],
    ]);
  });

  it.each([
    ['moves', `a${E}[2Ab${E}[10;5Hc${E}[?25ld${E}[6n`, 'abcd'],
    ['a title', `a${E}]0;title\u0007b`, 'ab'],
    ['links', `${E}]8;;https://example.com/${E}\\text${E}]8;;${E}\\ after`, 'text after'],
    ['device strings', `a${E}Pq#0;2${E}\\b`, 'ab'],
    ['two letters', `a${E}7b${E}(Bc${E}=d`, 'abcd'],
    ['an escape alone', `a${E}`, 'a'],
    ['a sequence that is cut off', `a${E}[31`, 'a'],
    ['a title that never ends', `a${E}]0;${'t'.repeat(10)}\nb`, 'a\nb'],
    ['two escapes', `a${E}${E}[31mb`, 'ab'],
  ])('drops %s', (_, text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  it.each([
    ['a progress bar', '10 %\r20 %\r100 %\n', '100 %\n'],
    ['a shorter line over a longer one', 'abcdef\rxy', 'xycdef'],
    ['a line that is erased first', `abcdef\r${E}[Kxy`, 'xy'],
    ['a line that is erased whole', `abc${E}[2Kx`, '   x'],
    ['a line erased up to the cursor', `abc${E}[1Kx`, '   x'],
    ['Windows breaks', 'a\r\nb\r\n', 'a\nb\n'],
    ['backspaces', 'abc\b\bX', 'aXc'],
    ['too many backspaces', 'a\b\b\bb', 'b'],
    ['letters of two code units', '😀😀\b!', '😀!'],
    ['only the line that it is in', 'first\nsecond\rS', 'first\nSecond'],
  ])('shows the last state of %s', (_, text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  it('keeps the colours of what was not written over', () => {
    expect(styled(`${E}[31mabc\r${E}[32mX`)).toEqual([
      ['X', { color: named(2) }],
      ['bc', { color: named(1) }],
    ]);
  });

  it('stays quick and small, whatever it is given', () => {
    const start = performance.now();
    expect(plain(`${E}[`.repeat(100_000))).toBe('');
    expect(plain(`${E}]8;;`.repeat(100_000)).length).toBeLessThan(500_000);
    expect(plain(`x${E}[${'1;'.repeat(100_000)}m`).length).toBeLessThan(200_010);
    expect(plain('x\r'.repeat(300_000))).toBe('x');
    const parts = parseAnsi(`${E}[31ma${E}[32mb`.repeat(50_000));
    expect(parts.length).toBeLessThan(5_010);
    expect(parts.map(({ text }) => text).join('')).toBe('ab'.repeat(50_000));
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

describe('sliceParts', () => {
  it('cuts out what stands between two places', () => {
    const parts = parseAnsi(`ab${E}[1mcd${E}[0mef`);
    expect(sliceParts(parts, 1, 5).map(({ text }) => text)).toEqual(['b', 'cd', 'e']);
    expect(sliceParts(parts, 2, 4)).toEqual([parts[1]]);
    expect(sliceParts(parts, 6, 9)).toEqual([]);
  });
});
