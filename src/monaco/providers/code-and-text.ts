import type { IMarkdownString } from 'monaco-editor/editor';
import { LANGUAGE } from '../language-id.ts';

/** Code and what is said about it, as Monaco shows it; of either, nothing may be there. */
export function codeAndText(code: string, markdown: string): IMarkdownString {
  const block = code === '' ? '' : `\`\`\`${LANGUAGE}\n${code}\n\`\`\`\n\n`;
  // Neither is ours alone: what a learner's comment says must not become HTML or commands.
  return { value: block + markdown, isTrusted: false, supportHtml: false };
}
