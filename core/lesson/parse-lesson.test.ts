import { describe, expect, it } from 'vitest';
import { cellsOf } from './cells-of.ts';
import { LessonError } from './lesson-error.ts';
import { parseLesson } from './parse-lesson.ts';

const NAME = '02-first-steps.md';

/** A lesson whose body begins on line 4. */
function lesson(...body: string[]) {
  return parseLesson(NAME, ['---', 'title: First steps', '---', ...body].join('\n'));
}

describe('parseLesson', () => {
  it('takes the slug from the name and the title from the front matter', () => {
    const parsed = parseLesson(`tutorial/${NAME}`, '---\ntitle:  What: a day \n---\n');
    expect(parsed).toEqual({ slug: 'first-steps', title: 'What: a day', explains: [], blocks: [] });
  });

  it('cuts the text into prose, listings and cells in reading order', () => {
    const parsed = lesson(
      'One `word`.',
      '',
      '```sh',
      'npm install',
      '```',
      'Two.',
      '```ts cell=add title="Add" python="s.add()" blocking',
      'const a = 1;',
      '',
      'a;',
      '```',
      '- list',
    );
    expect(parsed.blocks).toEqual([
      { kind: 'prose', html: '<p>One <code>word</code>.</p>', markdown: 'One `word`.' },
      { kind: 'listing', language: 'sh', code: 'npm install' },
      { kind: 'prose', html: '<p>Two.</p>', markdown: 'Two.' },
      {
        kind: 'cell',
        cell: {
          slug: 'add',
          title: 'Add',
          code: { walrus: 'const a = 1;\n\na;', 'node-redis': null },
          python: 's.add()',
          blocking: true,
          needs: [],
          wakes: null,
          note: null,
          exercise: null,
          explains: [],
        },
      },
      { kind: 'prose', html: '<ul>\n<li>list</li>\n</ul>', markdown: '- list' },
    ]);
  });

  it('knows which mistakes a lesson and its cells explain', () => {
    const text =
      '---\nexplains: oom wrongtype\ntitle: T\n---\n```ts cell=a title="A" explains="busygroup nogroup"\n1\n```\n';
    const parsed = parseLesson(NAME, text);
    expect(parsed.explains).toEqual(['oom', 'wrongtype']);
    expect(cellsOf(parsed)[0]?.explains).toEqual(['busygroup', 'nogroup']);
  });

  it('knows which cells a cell needs and which one it wakes', () => {
    const [cell] = cellsOf(lesson('```ts cell=a title="A" needs="b  c" wakes=d', '1', '```'));
    expect(cell).toMatchObject({ needs: ['b', 'c'], wakes: 'd' });
  });

  it('takes a cell as not blocking and without a Python call unless it says so', () => {
    const [cell] = cellsOf(lesson('```ts cell=a title="A"', '1', '```'));
    expect(cell).toMatchObject({ python: null, blocking: false });
  });

  it('joins the other dialect and the note to their cell, in either order', () => {
    const add = ['```ts cell=a title="A"', '1', '```'];
    const other = ['```ts cell=a dialect=node-redis', '2', '```'];
    const note = ['```then-and-now', '2018: *one*', 'Today: `2`', '', 'It *was* so.', '```'];
    for (const body of [
      [...add, '', ...other, '', ...note],
      [...add, ...note, ...other],
    ]) {
      const parsed = lesson(...body);
      expect(parsed.blocks).toHaveLength(1);
      expect(cellsOf(parsed)[0]).toMatchObject({
        code: { walrus: '1', 'node-redis': '2' },
        note: {
          when: '2018',
          then: '<em>one</em>',
          today: '<code>2</code>',
          reason: '<p>It <em>was</em> so.</p>',
        },
      });
    }
  });

  it('gives each heading an id that does not depend on what stands around it', () => {
    const [block] = lesson('## Reading `XRANGE`, twice', '### And then?').blocks;
    expect(block).toEqual({
      kind: 'prose',
      html:
        '<h2 id="first-steps-reading-xrange-twice">Reading <code>XRANGE</code>, twice</h2>\n' +
        '<h3 id="first-steps-and-then">And then?</h3>',
      markdown: '## Reading `XRANGE`, twice\n### And then?',
    });
  });

  it('reads files with Windows line ends as the same lesson', () => {
    const text = '---\ntitle: T\n---\nOne.\n\n```ts cell=a title="A"\n1\n```\n';
    expect(parseLesson(NAME, text.replaceAll('\n', '\r\n'))).toEqual(parseLesson(NAME, text));
  });

  it('keeps a fence of more backticks whole', () => {
    const parsed = lesson('````md', '```ts', '1', '```', '````');
    expect(parsed.blocks).toEqual([{ kind: 'listing', language: 'md', code: '```ts\n1\n```' }]);
  });
});

describe('parseLesson refuses', () => {
  function errorOf(file: string, text: string): LessonError {
    try {
      parseLesson(file, text);
    } catch (error) {
      if (error instanceof LessonError) return error;
      throw error;
    }
    throw new Error('it was accepted');
  }

  it.each(['lesson.md', '1-a.md', '01-A.md', '01-.md', '01-a.txt'])('the name %s', (name) => {
    const error = errorOf(name, '---\ntitle: T\n---\n');
    expect(error.message).toBe(
      `${name}:1: a lesson file is named NN-slug.md, like 01-introduction.md: rename it, or take it out of the folder`,
    );
  });

  it.each([
    ['no front matter', 'Text.', 1, 'begins with front matter'],
    ['front matter left open', '---\ntitle: T\n', 1, 'is not closed'],
    ['front matter without a title', '---\n---\n', 1, 'has no title'],
    ['an empty title', '---\ntitle:\n---\n', 2, 'title is empty'],
    ['two titles', '---\ntitle: A\ntitle: B\n---\n', 3, 'given twice'],
    ['another field', '---\ntitle: A\ntags: x\n---\n', 3, 'knows only'],
    [
      'a mistake that is not known',
      '---\ntitle: A\nexplains: oom x\n---\n',
      3,
      '"x" is no mistake',
    ],
    ['a mistake that comes twice', '---\ntitle: A\nexplains: oom oom\n---\n', 3, 'explained twice'],
    ['a line that is no field', '---\nA title\n---\n', 2, 'knows only'],
  ])('%s', (_, text, line, what) => {
    const error = errorOf(NAME, text);
    expect(error).toMatchObject({ name: 'LessonError', file: NAME, line });
    expect(error.message).toContain(`${NAME}:${line}: `);
    expect(error.message).toContain(what);
  });

  // The bodies begin on line 4.
  const EXERCISE = '```ts cell=a solution\n2\n```\n```ts cell=a check\n3\n```\n';
  const NOTE = '```then-and-now\n2018: a\nToday: b\n\nc\n```\n';
  const cell = '```ts cell=a title="A"\n1\n```\n';
  it.each([
    [
      'a cell that explains nothing known',
      '```ts cell=a title="A" explains=x\n1\n```\n',
      4,
      '"x" is no',
    ],
    ['a block of raw HTML', 'Text.\n\n<div>x</div>\n', 6, 'raw HTML'],
    [
      'raw HTML inside a line',
      'Text\non two lines with <b>x</b>\n',
      5,
      'raw HTML is not allowed: <b>',
    ],
    ['indented code', 'Text.\n\n    code\n', 6, 'indented code'],
    ['a first-level heading', '# T\n', 4, 'first-level'],
    ['two headings of the same words', '## A\n\n## A\n', 6, 'same words'],
    ['a fence inside a list', '- x\n\n  ```ts\n  1\n  ```\n', 6, 'inside a list'],
    ['a fence left open', '```ts\n1\n', 4, 'not closed'],
    ['a fence left open on its first line', '```ts', 4, 'not closed'],
    ['a malformed attribute', '```ts cell=a title="A\n1\n```\n', 4, 'cannot read'],
    ['an attribute twice', '```ts cell=a cell=a\n1\n```\n', 4, 'given twice'],
    ['attributes without a cell', '```ts title="A"\n1\n```\n', 4, 'cell=slug is missing'],
    ['a cell in another language', '```js cell=a title="A"\n1\n```\n', 4, 'written in ts'],
    ['a cell without a slug', '```ts cell title="A"\n1\n```\n', 4, 'needs cell="…"'],
    ['a bad slug', '```ts cell=A_b title="A"\n1\n```\n', 4, 'is no slug'],
    [
      'a slug of 65 letters',
      `\`\`\`ts cell=${'a'.repeat(65)} title="A"\n1\n\`\`\`\n`,
      4,
      'no slug',
    ],
    ['a cell without a title', '```ts cell=a\n1\n```\n', 4, 'needs title="…"'],
    ['a blank title', '```ts cell=a title=" "\n1\n```\n', 4, 'needs title="…"'],
    ['a bare python', '```ts cell=a title="A" python\n1\n```\n', 4, 'needs python="…"'],
    ['a value for blocking', '```ts cell=a title="A" blocking=yes\n1\n```\n', 4, 'takes no value'],
    ['a need that is no slug', '```ts cell=a title="A" needs="b C"\n1\n```\n', 4, '"C" is no slug'],
    ['a need twice', '```ts cell=a title="A" needs="b b"\n1\n```\n', 4, '"b" is named twice'],
    ['an unknown attribute', '```ts cell=a title="A" block\n1\n```\n', 4, '"block" is not known'],
    ['an empty cell', '```ts cell=a title="A"\n\n```\n', 4, 'empty'],
    ['two cells of one slug', `${cell}\nText.\n\n${cell}`, 10, 'another cell is called "a"'],
    ['an unknown dialect', '```ts cell=a dialect=ioredis\n1\n```\n', 4, 'no dialect "ioredis"'],
    [
      'a dialect with a title',
      '```ts cell=a dialect=node-redis title="A"\n1\n```\n',
      4,
      '"title" is not known',
    ],
    [
      'a dialect without its cell',
      '```ts cell=a dialect=node-redis\n1\n```\n',
      4,
      'right after the cell "a"',
    ],
    [
      'a dialect of another cell',
      `${cell}\`\`\`ts cell=b dialect=node-redis\n1\n\`\`\`\n`,
      7,
      'right after the cell "b"',
    ],
    [
      'a dialect after prose',
      `${cell}Text.\n\n\`\`\`ts cell=a dialect=node-redis\n1\n\`\`\`\n`,
      9,
      'right after',
    ],
    [
      'a dialect twice',
      cell + '```ts cell=a dialect=node-redis\n1\n```\n'.repeat(2),
      10,
      'given twice',
    ],
    ['a solution of no cell', '```ts cell=a solution\n1\n```\n', 4, 'after the cell "a"'],
    [
      'an exercise without a check',
      `${cell}\`\`\`ts cell=a solution\n1\n\`\`\`\n`,
      7,
      'the exercise "a" has no check: add a fence `ts cell=a check`',
    ],
    [
      'an exercise without a solution',
      `${cell}\`\`\`ts cell=a check\n1\n\`\`\`\n`,
      7,
      'the exercise "a" has no solution: add a fence `ts cell=a solution`',
    ],
    [
      'an exercise that is solved in one dialect only',
      `${cell}\`\`\`ts cell=a dialect=node-redis\n1\n\`\`\`\n${EXERCISE}`,
      10,
      'has no solution for node-redis: add a fence `ts cell=a solution dialect=node-redis`',
    ],
    [
      'two checks',
      cell + EXERCISE + '```ts cell=a check\n1\n```\n',
      13,
      'the check is given twice',
    ],
    [
      'a check with a title',
      `${cell}\`\`\`ts cell=a check title="T"\n1\n\`\`\`\n`,
      7,
      'this fence may have cell, check, dialect',
    ],
    ['a note without a cell', '```then-and-now\nx\n```\n', 4, 'right after a cell'],
    [
      'a note after prose',
      `${cell}Text.\n\n\`\`\`then-and-now\nx\n\`\`\`\n`,
      9,
      'right after a cell',
    ],
    ['a second note', cell + NOTE.repeat(2), 13, 'has a note already'],
    ['an empty note', `${cell}\`\`\`then-and-now\n\`\`\`\n`, 8, 'says when it was'],
  ])('%s', (_, body, line, what) => {
    const error = errorOf(NAME, `---\ntitle: T\n---\n${body}`);
    expect(error.message).toContain(`${NAME}:${line}: `);
    expect(error.message).toContain(what);
    expect(error.line).toBe(line);
  });
});
