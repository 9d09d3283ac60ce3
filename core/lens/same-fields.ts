import type { Entry } from './snapshot.ts';

type Fields = Entry['fields'];

/** True when two lists of fields are equal. */
export function areSameFields(a: Fields, b: Fields): boolean {
  return (
    a === b ||
    (a.length === b.length &&
      a.every(([name, value], i) => name === b[i]?.[0] && value === b[i][1]))
  );
}

/**
 * True when two lists of fields may be those of one entry, cut to different sizes: a text that is
 * cut ends in "…", and no field follows one that is cut unless it is cut as well.
 */
export function mayBeSameFields(a: Fields, b: Fields): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < long.length && short.length > 0) {
    const last = short.at(-1);
    if (last !== undefined && !last.some(isCut)) return false;
  }
  return short.every(([name, value], i) => {
    const other = long[i];
    return other !== undefined && mayBeSame(name, other[0]) && mayBeSame(value, other[1]);
  });
}

function mayBeSame(a: string, b: string): boolean {
  return a === b || (isCut(a) && isBegin(a, b)) || (isCut(b) && isBegin(b, a));
}

function isCut(text: string): boolean {
  return text.endsWith('…');
}

/** True when `text` begins with what is left of `cut`. */
function isBegin(cut: string, text: string): boolean {
  return text.startsWith(cut.slice(0, -1));
}
