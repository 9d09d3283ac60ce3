import type { ShownValues } from '../../core/value/shown-values.ts';
import type { Value } from '../../core/value/value.ts';
import { presentFrames, type Shift } from './present-frames.ts';

/** What a kernel shows, as text and maybe as values. */
interface ShownText {
  text: string;
  values?: ShownValues;
}

/** The same with the places in cells, which errors bring, as a learner knows them. */
export function presentValues<Shown extends ShownText>(shown: Shown, shift: Shift): Shown {
  const text = presentFrames(shown.text, shift);
  // Only errors name places, and their text does too.
  if (text === shown.text || !shown.values) return { ...shown, text };
  return { ...shown, text, values: shown.values.map((value) => presentStacks(value, shift)) };
}

function presentStacks(value: Value, shift: Shift): Value {
  if (typeof value !== 'object' || value === null) return value;
  const all = (parts: readonly Value[]) => parts.map((part) => presentStacks(part, shift));
  switch (value.kind) {
    case 'list':
    case 'set':
      return { ...value, items: all(value.items) };
    case 'map':
      return {
        ...value,
        entries: value.entries.map(([key, part]) => [
          presentStacks(key, shift),
          presentStacks(part, shift),
        ]),
      };
    case 'object':
      return { ...value, entries: named(value.entries, shift) };
    case 'error':
      return {
        ...value,
        stack: presentFrames(value.stack, shift),
        entries: named(value.entries, shift),
      };
    default:
      return value;
  }
}

function named(entries: readonly [string, Value][], shift: Shift): [string, Value][] {
  return entries.map(([name, part]) => [name, presentStacks(part, shift)]);
}
