import { PLAIN, type AnsiColor, type AnsiStyle } from './ansi-style.ts';

/** Numbers of one sequence that are looked at. */
const MOST_NUMBERS = 32;

const switches: Record<number, Partial<AnsiStyle>> = {
  0: PLAIN,
  1: { bold: true },
  2: { dim: true },
  3: { italic: true },
  4: { underline: true },
  7: { inverse: true },
  9: { strike: true },
  21: { underline: true },
  22: { bold: false, dim: false },
  23: { italic: false },
  24: { underline: false },
  27: { inverse: false },
  29: { strike: false },
  39: { color: null },
  49: { background: null },
};

/** The style after an SGR sequence (`ESC [ … m`) of these parameters; what it does not know it leaves out. */
export function changeStyle(style: AnsiStyle, parameters: string): AnsiStyle {
  const numbers = parameters.split(/[;:]/, MOST_NUMBERS).map((text) => Number(text) || 0);
  // `38:2::r:g:b` names a colour space, which is left empty.
  const hasSpace = /(?:^|;)[34]8:2:\d*:\d+:\d+:\d+/.test(parameters);
  let next = style;
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] ?? 0;
    if (number === 38 || number === 48) {
      const { color, length } = exactColor(numbers.slice(at + 1), hasSpace);
      at += length;
      if (color) next = { ...next, [number === 38 ? 'color' : 'background']: color };
      continue;
    }
    next = { ...next, ...(switches[number] ?? namedColor(number)) };
  }
  return isPlain(next) ? PLAIN : next;
}

function namedColor(number: number): Partial<AnsiStyle> {
  const named = (index: number): AnsiColor => ({ kind: 'named', index });
  if (number >= 30 && number <= 37) return { color: named(number - 30) };
  if (number >= 90 && number <= 97) return { color: named(number - 82) };
  if (number >= 40 && number <= 47) return { background: named(number - 40) };
  if (number >= 100 && number <= 107) return { background: named(number - 92) };
  return {};
}

/** A colour out of 256, or of red, green and blue; and how many numbers told it. */
function exactColor(
  numbers: readonly number[],
  hasSpace: boolean,
): { color: AnsiColor | null; length: number } {
  const [form, ...rest] = numbers;
  if (form === 5) return { color: colorOf256(rest[0] ?? 0), length: 2 };
  if (form !== 2) return { color: null, length: numbers.length };
  const [red = 0, green = 0, blue = 0] = hasSpace ? rest.slice(1) : rest;
  const byte = (value: number) => Math.min(255, value);
  const color: AnsiColor = { kind: 'exact', rgb: [byte(red), byte(green), byte(blue)] };
  return { color, length: hasSpace ? 5 : 4 };
}

/** Sixteen named ones, a cube of 6 × 6 × 6, and 24 greys. */
function colorOf256(number: number): AnsiColor {
  if (number < 16) return { kind: 'named', index: number };
  if (number > 255) return { kind: 'named', index: 7 };
  if (number >= 232) {
    const grey = 8 + 10 * (number - 232);
    return { kind: 'exact', rgb: [grey, grey, grey] };
  }
  const step = (value: number) => (value === 0 ? 0 : 55 + 40 * value);
  const cube = number - 16;
  const rgb = [Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6] as const;
  return { kind: 'exact', rgb: [step(rgb[0]), step(rgb[1]), step(rgb[2])] };
}

function isPlain({ color, background, ...rest }: AnsiStyle): boolean {
  return color === null && background === null && Object.values(rest).every((value) => !value);
}
