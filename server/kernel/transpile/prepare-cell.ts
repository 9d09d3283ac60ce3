import * as acorn from 'acorn';
import type { SharedNames } from '../../../core/session/run.ts';
import { CellSyntaxError } from './cell-syntax-error.ts';
import { rewriteImports } from './rewrite-imports.ts';
import { sharedNames } from './shared-names.ts';
import { stripTypes } from './strip-types.ts';

/** A cell that is ready for the kernel. */
export interface PreparedCell {
  /** JavaScript for Runtime.evaluate with replMode; its lines are those of the learner's text. */
  code: string;
  /** True when the last statement is an expression: its value is shown. */
  showsValue: boolean;
  names: SharedNames;
  /** Characters put before the first line: columns of that line are too high by it. */
  firstLineShift: number;
}

/**
 * Turns the text of a cell into what the kernel evaluates.
 * @param helper global name of the kernel's helper
 * @param run id of the run; also part of the script's name in stacks
 * @throws CellSyntaxError at the position in the learner's text
 */
export function prepareCell(
  source: string,
  helper: string,
  run: string,
  cell: string,
): PreparedCell {
  const { code, wrapped } = objectAsExpression(stripTypes(source));
  const program = parse(code, wrapped ? 1 : 0);
  const id = JSON.stringify(run);
  const prefix = `await ${helper}.tick(${id});${helper}.enter(${id});`;
  const body = rewriteImports(code, source, program.body, `${helper}.load`);
  return {
    code: `${prefix}${body}\n//# sourceURL=cell:${run}/${cell}.ts`,
    names: sharedNames(program),
    showsValue: program.body.at(-1)?.type === 'ExpressionStatement',
    firstLineShift: prefix.length + (wrapped ? 1 : 0),
  };
}

/** `{ a: 1 }` alone is meant as an object, as in every REPL, though the grammar takes it for a block. */
function objectAsExpression(code: string): { code: string; wrapped: boolean } {
  const trimmed = code.trim();
  if (!trimmed.startsWith('{') || !trimmed.endsWith('}')) return { code, wrapped: false };
  const inParentheses = `(${code.trimEnd()})`;
  try {
    acorn.parse(inParentheses, OPTIONS);
    return { code: inParentheses, wrapped: true };
  } catch {
    return { code, wrapped: false };
  }
}

const OPTIONS = {
  ecmaVersion: 'latest',
  sourceType: 'module',
  allowAwaitOutsideFunction: true,
} as const;

function parse(code: string, shift: number): acorn.Program {
  try {
    return acorn.parse(code, { ...OPTIONS, onComment: () => undefined });
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError) || !('loc' in thrown)) throw thrown;
    const { line, column } = thrown.loc as acorn.Position;
    const message = thrown.message.replace(/\s*\(\d+:\d+\)$/, '');
    throw new CellSyntaxError(message, line, column + 1 - (line === 1 ? shift : 0));
  }
}
