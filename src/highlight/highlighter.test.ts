import typescript from 'shiki/langs/typescript.mjs';
import { describe, expect, it } from 'vitest';
import { createHighlighter } from './highlighter.ts';

const highlighter = await createHighlighter([typescript]);
const html = (code: string) => highlighter.toHtml(code, 'typescript');

describe('createHighlighter', () => {
  it('marks each kind of token with its class', () => {
    const line = html('const id: string = await stream.add({ n: 1 }); // the id');
    expect(line).toContain('<span class="tk-keyword">const</span>');
    expect(line).toContain('<span class="tk-type">string</span>');
    expect(line).toContain('<span class="tk-keyword">await</span>');
    expect(line).toContain('<span class="tk-function">add</span>');
    expect(line).toContain('<span class="tk-number">1</span>');
    expect(line).toContain('<span class="tk-comment">// the id</span>');
  });

  it('keeps the expression inside a template string plain', () => {
    expect(html('`a ${name} b`')).toMatch(/<\/span>name<span/);
  });

  it('shows exactly the text it was given', () => {
    const code = 'if (a < b && c > "d") {\n\n  f(`${"<b>"}`);\n}';
    const text = html(code)
      .replace(/<[^>]*>/g, '')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&');
    expect(text).toBe(code);
  });

  it('leaves a language that it does not know plain, and escaped', () => {
    expect(highlighter.toHtml('a <b>', 'cobol')).toBe('a &lt;b&gt;');
  });
});
