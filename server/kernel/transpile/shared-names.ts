import type * as acorn from 'acorn';
import { MAX_NAME_LENGTH, MAX_NAMES } from '../../../core/limits/limits.ts';
import { namesInCell } from '../../../core/script/syntax/names-in-cell.ts';
import { isNode } from '../../../core/script/syntax/node.ts';
import type { SharedNames } from '../../../core/session/run.ts';

/** The names that a cell shares with other cells, as many of them as are kept. */
export function sharedNames({ body }: acorn.Program): SharedNames {
  const statements: unknown[] = body;
  const { declares, uses } = namesInCell(statements.filter(isNode));
  return { declares: bounded(declares.keys()), uses: bounded(uses.keys()) };
}

function bounded(names: Iterable<string>): string[] {
  return [...names].filter(({ length }) => length <= MAX_NAME_LENGTH).slice(0, MAX_NAMES);
}
