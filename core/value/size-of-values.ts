import type { ShownValues } from './shown-values.ts';
import { sizeOfValue, type ValueSize } from './size-of-value.ts';

/** What the values of one output take up together. */
export function sizeOfValues(values: ShownValues): ValueSize {
  const sizes = (values ?? []).map(sizeOfValue);
  return {
    parts: sizes.reduce((sum, { parts }) => sum + parts, 0),
    characters: sizes.reduce((sum, { characters }) => sum + characters, 0),
  };
}
