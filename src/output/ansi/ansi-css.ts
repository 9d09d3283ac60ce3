import type { AnsiColor, AnsiStyle, Rgb } from './ansi-style.ts';
import { readable, strongest } from './contrast.ts';

/** The sixteen colours where they are areas behind text; as text they are the tokens `--ansi-…`. */
const PALETTE: readonly Rgb[] = [
  [30, 33, 39],
  [190, 40, 60],
  [25, 125, 75],
  [160, 110, 0],
  [50, 90, 200],
  [140, 60, 160],
  [15, 120, 140],
  [200, 204, 212],
  [105, 110, 120],
  [235, 95, 115],
  [80, 190, 130],
  [230, 180, 80],
  [120, 155, 250],
  [210, 140, 230],
  [90, 195, 215],
  [250, 250, 250],
];

/** The surfaces of output on which text can be read worst: of each theme, and where ink is behind it. */
const LIGHT: Rgb = [253, 245, 230];
const DARK: Rgb = [45, 37, 24];
const INK: Rgb = [28, 30, 35];
const PALE_INK: Rgb = [231, 232, 235];

/** Colours in CSS; null where nothing was said. Every pair can be read, in both themes. */
export interface AnsiCss {
  color: string | null;
  background: string | null;
}

/** The colours of a style. */
export function ansiCss({ color, background, dim, inverse }: AnsiStyle): AnsiCss {
  if (inverse) return inverted(color, background);
  if (background !== null) return onColor(color, rgbOf(background));
  if (color === null) return { color: dim ? 'var(--ink-faint)' : null, background: null };
  return { color: onSurface(color), background: null };
}

function inverted(color: AnsiColor | null, background: AnsiColor | null): AnsiCss {
  if (color !== null) return onColor(background, rgbOf(color));
  if (background === null) return { color: 'var(--surface)', background: 'var(--ink)' };
  return { color: themed(rgbOf(background), INK, PALE_INK), background: 'var(--ink)' };
}

function onColor(color: AnsiColor | null, behind: Rgb): AnsiCss {
  const text = color === null ? strongest(behind) : readable(rgbOf(color), behind);
  return { color: css(text), background: css(behind) };
}

function onSurface(color: AnsiColor): string {
  return color.kind === 'named' ? `var(--ansi-${color.index})` : themed(color.rgb, LIGHT, DARK);
}

function themed(color: Rgb, light: Rgb, dark: Rgb): string {
  return `light-dark(${css(readable(color, light))}, ${css(readable(color, dark))})`;
}

function rgbOf(color: AnsiColor): Rgb {
  return color.kind === 'exact' ? color.rgb : (PALETTE[color.index] ?? INK);
}

function css(rgb: Rgb): string {
  return `rgb(${rgb.join(' ')})`;
}
