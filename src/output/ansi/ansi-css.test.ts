import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ansiCss } from './ansi-css.ts';
import { PLAIN, type AnsiColor, type Rgb } from './ansi-style.ts';
import { contrast, readable } from './contrast.ts';

const tokens = readFileSync(new URL('../../styles/tokens.css', import.meta.url), 'utf8');

function rgbOf(hex: string): Rgb {
  const [red = 0, green = 0, blue = 0] = (hex.match(/[0-9a-f]{2}/g) ?? []).map((two) =>
    Number.parseInt(two, 16),
  );
  return [red, green, blue];
}

/** The two colours of a token: light, dark. */
function token(name: string): [Rgb, Rgb] {
  const [, light = '', dark = ''] =
    new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(tokens) ?? [];
  return [rgbOf(light), rgbOf(dark)];
}

const triple = (css: string): Rgb => {
  const [red = 0, green = 0, blue = 0] = (css.match(/\d+/g) ?? []).map(Number);
  return [red, green, blue];
};

const some: AnsiColor[] = [
  ...Array.from({ length: 16 }, (_, index): AnsiColor => ({ kind: 'named', index })),
  ...[0, 80, 128, 200, 255].flatMap((red) =>
    [0, 128, 255].map((green): AnsiColor => ({ kind: 'exact', rgb: [red, green, 90] })),
  ),
];

describe('the colours of a terminal can be read', () => {
  it.each(['surface', 'blocked-wash'])('as text on %s, in both themes', (surface) => {
    const [light, dark] = token(surface);
    for (let index = 0; index < 16; index++) {
      const [onLight, onDark] = token(`ansi-${index}`);
      expect(contrast(onLight, light), `ansi-${index} light`).toBeGreaterThanOrEqual(4.5);
      expect(contrast(onDark, dark), `ansi-${index} dark`).toBeGreaterThanOrEqual(4.5);
    }
    for (const color of some) {
      const css = ansiCss({ ...PLAIN, color }).color ?? '';
      const [, onLight, onDark] = /light-dark\((.*\)), (.*\))\)/.exec(css) ?? [];
      if (!onLight || !onDark) continue;
      expect(contrast(triple(onLight), light), css).toBeGreaterThanOrEqual(4.5);
      expect(contrast(triple(onDark), dark), css).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('on any background, and the other way round', () => {
    for (const background of some) {
      for (const color of [null, ...some]) {
        for (const inverse of [false, true]) {
          const css = ansiCss({ ...PLAIN, color, background, inverse });
          if (!css.background?.startsWith('rgb')) continue;
          expect(contrast(triple(css.color ?? ''), triple(css.background))).toBeGreaterThanOrEqual(
            4.5,
          );
        }
      }
    }
  });

  it('when there is nothing but an exchange, in the colours of the page', () => {
    expect(ansiCss({ ...PLAIN, inverse: true })).toEqual({
      color: 'var(--surface)',
      background: 'var(--ink)',
    });
    expect(ansiCss(PLAIN)).toEqual({ color: null, background: null });
    expect(ansiCss({ ...PLAIN, dim: true }).color).toBe('var(--ink-faint)');
  });

  it('is left as it is where it can be read already', () => {
    expect(readable([0, 0, 128], [255, 255, 255])).toEqual([0, 0, 128]);
    expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21);
  });
});
