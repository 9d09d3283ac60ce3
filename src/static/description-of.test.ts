import { describe, expect, it } from 'vitest';
import { descriptionOf } from './description-of.ts';

describe('descriptionOf', () => {
  it('is the first paragraph as plain text', () => {
    expect(
      descriptionOf('<h3>A</h3>\n<p>A <code>b &amp;&amp; c</code>\nis &lt; d.</p><p>No.</p>'),
    ).toBe('A b && c is < d.');
  });

  it('ends after a whole word when it is long', () => {
    const text = descriptionOf(`<p>${'entry '.repeat(100)}</p>`);
    expect(text.length).toBeLessThanOrEqual(160);
    expect(text).toMatch(/entry…$/);
  });

  it('is empty where there is no paragraph', () => {
    expect(descriptionOf('<ul><li>a</li></ul>')).toBe('');
  });
});
