import { editor } from 'monaco-editor/editor';
import type { TokenKind } from '../highlight/theme.ts';

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

/** Gives Monaco the colours of styles/tokens.css, as they are in the light or dark of this moment. */
export function defineTheme(): void {
  const text = colorOf('--code-plain');
  const bracket = colorOf('--code-punctuation');
  const selection = colorOf('--selection');
  editor.defineTheme('streambook', {
    base: dark().matches ? 'vs-dark' : 'vs',
    inherit: false,
    rules: [
      { token: '', foreground: text.slice(1) },
      ...kinds.map((kind) => ({ token: kind, foreground: colorOf(`--code-${kind}`).slice(1) })),
    ],
    colors: {
      'editor.foreground': text,
      // The cell's own surface shows through.
      'editor.background': '#00000000',
      'editorCursor.foreground': text,
      'editor.selectionBackground': selection,
      'editor.inactiveSelectionBackground': selection,
      'editorBracketMatch.background': selection,
      'editorBracketMatch.border': '#00000000',
      // Brackets have one colour, whatever their depth.
      ...Object.fromEntries(
        [1, 2, 3, 4, 5, 6].map((depth) => [`editorBracketHighlight.foreground${depth}`, bracket]),
      ),
      'editorBracketHighlight.unexpectedBracket.foreground': bracket,
      'editorWidget.background': colorOf('--surface'),
      'editorWidget.border': colorOf('--border'),
      'input.background': colorOf('--surface-code'),
      'input.border': colorOf('--border'),
      focusBorder: colorOf('--accent'),
    },
  });
  editor.setTheme('streambook');
}

/** Keeps the theme with the system's light or dark, for as long as the page lives. */
export function followColorScheme(): void {
  dark().addEventListener('change', defineTheme);
}

/** A colour variable as `#rrggbb` or `#rrggbbaa`: Monaco does not understand CSS variables. */
function colorOf(variable: string): string {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return '#808080';
  context.fillStyle = computedColor(variable);
  context.fillRect(0, 0, 1, 1);
  const bytes = [...context.getImageData(0, 0, 1, 1).data];
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `#${hex.endsWith('ff') ? hex.slice(0, 6) : hex}`;
}

function computedColor(variable: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${variable})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
