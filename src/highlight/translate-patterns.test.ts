import { readFileSync } from 'node:fs';
import typescript from 'shiki/langs/typescript.mjs';
import { describe, expect, it } from 'vitest';
import { createHighlighter } from './highlighter.ts';
import { translatedPatterns } from './translate-patterns.ts';

const patterns = translatedPatterns(typescript);

describe('translatedPatterns', () => {
  it('changes no token', async () => {
    const code = readFileSync(import.meta.filename, 'utf8');
    const [slow, fast] = await Promise.all([
      createHighlighter([typescript]),
      createHighlighter([typescript], new Map(patterns)),
    ]);
    expect(fast.toHtml(code, 'typescript')).toBe(slow.toHtml(code, 'typescript'));
  });

  it('takes what it is told, and translates itself what a browser refuses', async () => {
    const html = async (source: string) => {
      const wrong = patterns.map(([pattern]): [string, string] => [pattern, source]);
      const highlighter = await createHighlighter([typescript], new Map(wrong));
      return highlighter.toHtml('const a = 1;', 'typescript');
    };
    expect(await html('(?!)')).toBe('const a = 1;');
    expect(await html('(')).toContain('<span class="tk-keyword">const</span>');
  });

  it('leaves out hardly any', () => {
    expect(patterns.length).toBeGreaterThan(300);
  });
});
