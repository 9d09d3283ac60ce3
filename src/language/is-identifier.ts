import type { TypeScript } from './typescript.ts';

const NAME = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u;

/** True for what can be the name of a variable: `id`, not `2nd`, `my-id` or `class`. */
export function isIdentifier(typescript: TypeScript, text: string): boolean {
  if (!NAME.test(text)) return false;
  const scanner = typescript.createScanner(typescript.ScriptTarget.Latest, true);
  scanner.setText(text);
  const { FirstFutureReservedWord, LastFutureReservedWord, FirstReservedWord, LastReservedWord } =
    typescript.SyntaxKind;
  const kind = scanner.scan();
  const isReserved = kind >= FirstReservedWord && kind <= LastReservedWord;
  // A cell is strict code, in which these are reserved too: `static`, `let` …
  const isReservedHere = kind >= FirstFutureReservedWord && kind <= LastFutureReservedWord;
  return !isReserved && !isReservedHere && text !== 'await';
}
