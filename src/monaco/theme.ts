import { editor } from 'monaco-editor/editor';
import type { TokenKind } from '../highlight/theme.ts';
import { readColors } from './read-colors.ts';
import { themeColors } from './theme-colors.ts';

const dark = () => matchMedia('(prefers-color-scheme: dark)');

const kinds: TokenKind[] = [
  'comment',
  'keyword',
  'string',
  'number',
  'type',
  'function',
  'punctuation',
];

/** Colours that are no tokens: nothing, and a shadow. */
const FIXED = {
  // The cell's own surface shows through.
  'editor.background': '#00000000',
  'editorBracketMatch.border': '#00000000',
  'widget.shadow': '#00000026',
};

/** Gives Monaco the colours of styles/tokens.css, as they are in the light or dark of this moment. */
export function defineTheme(): void {
  const tokenColors = kinds.map((kind) => `--code-${kind}`);
  const colors = readColors([...Object.values(themeColors), ...tokenColors]);
  const colorOf = (variable: string) => colors.get(variable) ?? '#808080';
  editor.defineTheme('streambook', {
    base: dark().matches ? 'vs-dark' : 'vs',
    inherit: false,
    rules: [
      // With a palette of the system, text can be the white that stands for backgrounds here: Monaco
      // fails when the two are one colour.
      {
        token: '',
        foreground: colorOf('--code-plain').slice(1),
        background: dark().matches ? '000000' : 'ffffff',
      },
      ...kinds.map((kind) => ({ token: kind, foreground: colorOf(`--code-${kind}`).slice(1) })),
    ],
    colors: {
      ...FIXED,
      ...Object.fromEntries(
        Object.entries(themeColors).map(([name, variable]) => [name, colorOf(variable)]),
      ),
    },
  });
  editor.setTheme('streambook');
}

/**
 * Keeps the theme with the system's light or dark, for as long as the page lives. While the system has
 * colours of its own, Monaco's own theme for that is used; when that ends, it would go on with another.
 */
export function followColorScheme(): void {
  dark().addEventListener('change', defineTheme);
  matchMedia('(forced-colors: active)').addEventListener('change', ({ matches }) => {
    if (!matches) defineTheme();
  });
}
