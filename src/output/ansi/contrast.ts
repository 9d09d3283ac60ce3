import type { Rgb } from './ansi-style.ts';

/** What WCAG AA asks for text. */
const ENOUGH = 4.5;

const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];

/** Contrast of two colours as WCAG counts it: 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** The colour itself where it can be read on a background, else mixed with black or white until it can. */
export function readable(color: Rgb, background: Rgb): Rgb {
  const target = strongest(background);
  for (let part = 0; part < 1; part += 0.05) {
    const mixed = mix(color, target, part);
    if (contrast(mixed, background) >= ENOUGH) return mixed;
  }
  return target;
}

/** Black or white, whichever can be read better. */
export function strongest(background: Rgb): Rgb {
  return contrast(BLACK, background) > contrast(WHITE, background) ? BLACK : WHITE;
}

function mix(from: Rgb, to: Rgb, part: number): Rgb {
  const at = (index: 0 | 1 | 2) => Math.round(from[index] + (to[index] - from[index]) * part);
  return [at(0), at(1), at(2)];
}

function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}
