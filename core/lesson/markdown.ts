import MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import { LessonError } from './lesson-error.ts';
import { slugify } from './slugify.ts';

// HTML is on so that raw HTML is found as such and refused, instead of shown as text.
const markdown = new MarkdownIt({ html: true });

/**
 * The tokens of a lesson's Markdown, each heading with an id of its own: `prefix-words-of-it`.
 *
 * @param offset lines of the file that stand before the text, so that errors name the right one
 * @throws LessonError for raw HTML, indented code, a first-level heading (the lesson's title is
 *   one already), and two headings of the same words.
 */
export function tokenize(file: string, text: string, offset: number, prefix: string): Token[] {
  // Blank lines make the parser's line numbers those of the file.
  const tokens = markdown.parse('\n'.repeat(offset) + text, {});
  const ids = new Set<string>();
  for (const [index, token] of tokens.entries()) {
    const fail = (what: string, at = lineOf(token)): never => {
      throw new LessonError(file, at, what);
    };
    switch (token.type) {
      case 'html_block':
        fail('raw HTML is not allowed in a lesson');
        break;
      case 'code_block':
        fail('indented code is not allowed: use a fence');
        break;
      case 'inline':
        checkInline(token, fail);
        break;
      case 'heading_open': {
        if (token.tag === 'h1') fail('the title is the only first-level heading: use ## or ###');
        const id = `${prefix}-${slugify(tokens[index + 1]?.content ?? '')}`;
        if (ids.has(id)) fail('a heading with the same words stands above');
        ids.add(id);
        token.attrSet('id', id);
      }
    }
  }
  return tokens;
}

/** Tokens as HTML. */
export function renderHtml(tokens: Token[]): string {
  return markdown.renderer.render(tokens, markdown.options, {}).trim();
}

/** The line of the file (1-based) on which a block token begins. */
export function lineOf(token: Token): number {
  return (token.map?.[0] ?? 0) + 1;
}

function checkInline(token: Token, fail: (what: string, line: number) => never): void {
  let line = lineOf(token);
  for (const child of token.children ?? []) {
    if (child.type === 'softbreak' || child.type === 'hardbreak') line++;
    if (child.type === 'html_inline') fail(`raw HTML is not allowed: ${child.content}`, line);
  }
}
