import type { ThemeRegistrationRaw } from 'shiki/types';

/** What a piece of code is, for its colour. `plain` has the colour of text. */
export type TokenKind =
  'comment' | 'keyword' | 'string' | 'number' | 'type' | 'function' | 'punctuation' | 'plain';

/**
 * Which TextMate scopes are of which kind. The colours themselves are the CSS variables
 * `--code-…` of styles/tokens.css; here they are only numbered.
 */
const scopes: [kind: TokenKind, scopes: string[]][] = [
  ['plain', ['source', 'variable', 'meta.object-literal.key']],
  ['punctuation', ['punctuation', 'meta.brace', 'keyword.operator', 'storage.type.function.arrow']],
  ['comment', ['comment', 'punctuation.definition.comment']],
  ['keyword', ['keyword', 'storage', 'keyword.operator.new', 'keyword.operator.expression']],
  ['keyword', ['variable.language', 'constant.language']],
  ['string', ['string', 'punctuation.definition.string', 'string.regexp']],
  ['plain', ['meta.template.expression', 'string variable']],
  ['punctuation', ['punctuation.definition.template-expression']],
  ['number', ['constant.numeric', 'constant.character.escape']],
  ['type', ['entity.name.type', 'support.type', 'support.class', 'entity.other.inherited-class']],
  ['function', ['entity.name.function', 'support.function']],
];

const kinds = [...new Set(scopes.map(([kind]) => kind))];

/** The stand-in colour of a kind, as Shiki gives it back with each token. */
const colorOf = (kind: TokenKind) => `#00000${kinds.indexOf(kind) + 1}`;

/** The kind that a token of this stand-in colour is of. */
export function kindOfColor(color: string | undefined): TokenKind {
  return kinds.find((kind) => colorOf(kind) === color) ?? 'plain';
}

/** The theme under which Shiki highlights; Monaco's theme follows the same kinds. */
export const theme: ThemeRegistrationRaw = {
  name: 'streambook',
  type: 'light',
  fg: colorOf('plain'),
  bg: '#ffffff',
  settings: scopes.map(([kind, scope]) => ({ scope, settings: { foreground: colorOf(kind) } })),
};
