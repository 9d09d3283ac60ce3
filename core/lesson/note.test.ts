import { describe, expect, it } from 'vitest';
import { LessonError } from './lesson-error.ts';
import { readNote } from './note.ts';

const FILE = '02-first-steps.md';

/** A note whose fence begins on line 10. */
const note = (...lines: string[]) => readNote(FILE, 10, lines.join('\n') + '\n', 'first-add');

describe('readNote', () => {
  it('takes what was, what is, and why', () => {
    expect(
      note('2018: `909` removed', 'Today:  *900* removed', '', 'Blocks.', '', 'Of 100.'),
    ).toEqual({
      when: '2018',
      then: '<code>909</code> removed',
      today: '<em>900</em> removed',
      reason: '<p>Blocks.</p>\n<p>Of 100.</p>',
      markdown: { then: '`909` removed', today: '*900* removed', reason: 'Blocks.\n\nOf 100.' },
    });
  });

  it('keeps figures that look like Markdown where a line would begin', () => {
    expect(note('2018: [["a", 1]]', 'Today: {"a": 1}', '', 'Why.')).toMatchObject({
      then: '[[&quot;a&quot;, 1]]',
      today: '{&quot;a&quot;: 1}',
    });
  });

  it('tells the ids of its headings apart by a prefix', () => {
    expect(note('2018: a', 'Today: b', '', '### Why').reason).toBe(
      '<h3 id="first-add-why">Why</h3>',
    );
  });

  it.each([
    ['nothing', [''], 11, 'says when it was'],
    ['no figure of the article', ['Today: b', '', 'Why.'], 11, 'says when it was'],
    ['no figure of today', ['2018: a', '', 'Why.'], 12, 'begins with "Today: "'],
    ['an empty figure', ['2018: ', 'Today: b', '', 'Why.'], 11, '"2018:" says nothing'],
    ['a list as a figure', ['2018: a', 'Today: - b', '', 'Why.'], 12, 'one line of text'],
    ['a figure on two lines', ['2018: a', 'Today: b', 'and c', '', 'Why.'], 13, 'a blank line'],
    ['no reason', ['2018: a', 'Today: b', ''], 10, 'gives no reason'],
    ['raw HTML in a figure', ['2018: a', 'Today: <b>b</b>', '', 'Why.'], 12, 'raw HTML'],
    ['raw HTML in the reason', ['2018: a', 'Today: b', '', 'Why', '', '<hr>'], 16, 'raw HTML'],
    [
      'a cell',
      ['2018: a', 'Today: b', '', '```ts cell=a title="A"', '1', '```'],
      14,
      'hold a cell',
    ],
  ])('refuses %s, and names the line', (_, lines, line, what) => {
    const read = () => note(...lines);
    expect(read).toThrow(LessonError);
    expect(read).toThrow(`${FILE}:${line}: `);
    expect(read).toThrow(what);
  });
});
