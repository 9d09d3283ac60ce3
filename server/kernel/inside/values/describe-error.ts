import { MAX_VALUE_NAME, MAX_VALUE_TEXT } from '../../../../core/limits/limits.ts';
import type { Value } from '../../../../core/value/value.ts';
import { describeProperties } from './describe-properties.ts';
import type { Inside } from './inside.ts';
import { dataOf } from './own-data.ts';

/** Properties that every error has, and that are told by name. */
const USUAL = ['name', 'message', 'stack'];

/** An error: its stack is made by us when it is first read, and holds frames of cells alone. */
export function describeError(error: Error, inside: Inside): Value {
  const text = (name: string, most: number) => {
    const found = dataOf(error, name);
    return typeof found === 'string' ? inside.room.takeText(found, most) : '';
  };
  return {
    kind: 'error',
    name: text('name', MAX_VALUE_NAME),
    message: text('message', MAX_VALUE_TEXT),
    stack: inside.room.takeText(frames(error), MAX_VALUE_TEXT),
    ...describeProperties(error, inside, USUAL),
  };
}

function frames(error: Error): string {
  const { stack } = error;
  if (typeof stack !== 'string') return '';
  return stack
    .split('\n')
    .filter((line) => line.includes('cell:'))
    .join('\n');
}
