import type * as ts from 'typescript';
import { cellFile } from './cell-file.ts';
import type { Problem, ProblemKind } from './language-api.ts';
import type { LanguageService } from './language-service.ts';

/** Codes of the compiler that say nothing in a notebook. */
const MEANINGLESS = new Set([
  2632, // A `let` of another cell is an import for the compiler, and can be assigned all the same.
]);

/** What the compiler thinks of a cell. While it cannot be read, only why not. */
export function diagnose({ service, host, typescript }: LanguageService, slug: string): Problem[] {
  const text = host.textOf(slug);
  if (text === null) return [];
  const file = cellFile(slug);
  const toProblem = (kind: ProblemKind, { start = 0, length = 0, messageText }: ts.Diagnostic) => ({
    kind,
    span: { start, length },
    message: typescript.flattenDiagnosticMessageText(messageText, '\n'),
  });
  const isOwn = ({ start = 0 }: ts.Diagnostic) => start < text.length;

  const syntax = service.getSyntacticDiagnostics(file);
  const mistakes = syntax.filter(isOwn).map((one) => toProblem('mistake', one));
  if (mistakes.length > 0) return mistakes;
  // What the text left open is found only in what stands behind it.
  const [open] = syntax;
  if (open) {
    const atEnd = { ...open, start: Math.max(0, text.trimEnd().length - 1), length: 1 };
    return [toProblem('mistake', atEnd)];
  }
  const doubts = service
    .getSemanticDiagnostics(file)
    .filter((one) => isOwn(one) && !MEANINGLESS.has(one.code))
    .map((one) => toProblem('doubt', one));
  // An unused variable is no problem: the next cell may be the one that uses it.
  const remarks = service
    .getSuggestionDiagnostics(file)
    .filter((one) => isOwn(one) && one.reportsDeprecated)
    .map((one) => toProblem('deprecated', one));
  return [...doubts, ...remarks];
}
