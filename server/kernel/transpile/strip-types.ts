import { transformSync } from '@swc/wasm-typescript';
import * as v from 'valibot';
import { transform } from 'sucrase';
import { CellSyntaxError } from './cell-syntax-error.ts';

/** What the stripper throws: an object, not an Error. */
const Problem = v.object({
  code: v.string(),
  message: v.string(),
  startLine: v.number(),
  startColumn: v.number(),
});

/**
 * JavaScript of a TypeScript text. Types become blanks, so that every line and column stays; what
 * cannot be blanked out (enum, namespace, parameter properties) is rewritten, and keeps its lines.
 * @throws CellSyntaxError
 */
export function stripTypes(source: string): string {
  try {
    return transformSync(source, { mode: 'strip-only', module: true }).code ?? '';
  } catch (thrown) {
    const problem = v.safeParse(Problem, thrown);
    if (!problem.success) throw thrown;
    const { code, message, startLine, startColumn } = problem.output;
    if (code === 'UnsupportedSyntax') return rewriteTypes(source);
    throw new CellSyntaxError(message, startLine, startColumn + 1);
  }
}

function rewriteTypes(source: string): string {
  try {
    return transform(source, { transforms: ['typescript'], disableESTransforms: true }).code;
  } catch (thrown) {
    const at = /\((\d+):(\d+)\)/.exec(String(thrown));
    throw new CellSyntaxError(
      String(thrown)
        .replace(/^SyntaxError: (Error transforming [^:]*: )?/, '')
        .replace(/\s*\(\d+:\d+\)$/, ''),
      Number(at?.[1] ?? 1),
      Number(at?.[2] ?? 1),
    );
  }
}
