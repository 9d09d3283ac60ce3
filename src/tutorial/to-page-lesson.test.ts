import { describe, expect, it } from 'vitest';
import type { Block } from '../../core/lesson/lesson.ts';
import { KEPT_HTML, withoutHtml } from './page-lesson.ts';
import { toPageLesson } from './to-page-lesson.ts';

const highlight = (code: string, language: string) => `<${language}>${code}`;

const cell: Block = {
  kind: 'cell',
  cell: {
    slug: 'add',
    title: 'Add an entry',
    code: { walrus: 'await s.add({})', 'node-redis': null },
    python: 's.add({})',
    blocking: false,
    needs: ['first'],
    wakes: null,
    note: {
      when: '2018',
      then: '10',
      today: '11',
      reason: '<h2>Why</h2>',
      markdown: { then: '10', today: '11', reason: '## Why' },
    },
    exercise: null,
    explains: ['busygroup'],
  },
};

const page = (...blocks: Block[]) =>
  toPageLesson({ slug: 'basics', title: 'Basics', explains: [], blocks }, null, highlight);

describe('toPageLesson', () => {
  it('lowers headings by one level and keeps their attributes', () => {
    const html = '<h2 id="a">A</h2><h3>B</h3><hr>';
    expect(page({ kind: 'prose', html, markdown: '## A' }).blocks).toEqual([
      { kind: 'prose', html: '<h3 id="a">A</h3><h4>B</h4><hr>' },
    ]);
  });

  it('highlights a cell and the Python call that it mirrors', () => {
    const [block] = page(cell).blocks;
    expect(block?.kind === 'cell' && block.cell).toMatchObject({
      code: { walrus: 'await s.add({})', 'node-redis': 'await s.add({})' },
      cli: { walrus: null, 'node-redis': null },
      html: '<typescript>await s.add({})',
      pythonHtml: '<python>s.add({})',
      note: { when: '2018', then: '10', today: '11', reason: '<h3>Why</h3>' },
      explains: ['busygroup'],
      needs: ['first'],
    });
  });

  it('knows the short names of languages', () => {
    const [block] = page({ kind: 'listing', language: 'sh', code: 'ls' }).blocks;
    expect(block?.kind === 'listing' && block.html).toBe('<shellscript>ls');
  });
});

describe('withoutHtml', () => {
  it('keeps all but the HTML, and where there is none keeps none', () => {
    const bare: Block = { kind: 'cell', cell: { ...cell.cell, python: null, note: null } };
    const [lesson] = withoutHtml([page(cell, bare)]);
    const cells = lesson?.blocks.flatMap((block) => (block.kind === 'cell' ? [block.cell] : []));
    expect(cells?.[0]).toMatchObject({ code: { walrus: 'await s.add({})' }, html: KEPT_HTML });
    expect(cells?.[0]?.note).toMatchObject({ then: KEPT_HTML, today: KEPT_HTML, reason: KEPT_HTML });
    expect(cells?.[1]).toMatchObject({ pythonHtml: null, note: null });
  });
});
