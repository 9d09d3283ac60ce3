import type { ThemedToken } from 'shiki/types';
import { escapeHtml } from './escape-html.ts';
import { kindOfColor } from './theme.ts';

/** Highlighted lines as HTML: spans of class `tk-<kind>`, and plain text as it is. */
export function toHtml(lines: ThemedToken[][]): string {
  return lines.map((line) => line.map(tokenHtml).join('')).join('\n');
}

function tokenHtml({ content, color }: ThemedToken): string {
  const kind = kindOfColor(color);
  const text = escapeHtml(content);
  return kind === 'plain' || content.trim() === ''
    ? text
    : `<span class="tk-${kind}">${text}</span>`;
}
