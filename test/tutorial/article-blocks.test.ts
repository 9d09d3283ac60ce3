import { describe, expect, it } from 'vitest';
import { cellsOf } from '../../core/lesson/cells-of.ts';
import { ARTICLE_BLOCKS, THEN_AND_NOW } from './article-blocks.ts';
import { readTutorial } from './read-tutorial.ts';

const lessons = readTutorial();
const cells = lessons.flatMap(cellsOf);

describe('the tutorial mirrors the article', () => {
  it('has its seven sections, in its order', () => {
    expect(lessons.map(({ slug }) => slug)).toEqual([
      'introduction',
      'getting-started',
      'basic-operations',
      'processing-data',
      'consumer-groups',
      'time-series',
      'learning-more',
    ]);
  });

  it('knows all 30 of its Python blocks', () => {
    expect(ARTICLE_BLOCKS.map(({ blocks }) => blocks.length)).toEqual([6, 3, 13, 8]);
  });

  const blocks = ARTICLE_BLOCKS.flatMap(({ lesson, blocks }) =>
    blocks.map((block) => ({ lesson, ...block })),
  );
  it.each(blocks.map((block, index) => [index + 1, block.what, block] as const))(
    'has a cell for block %i: %s',
    (_number, _what, block) => {
      expect(block.cells).not.toEqual([]);
      for (const slug of block.cells) {
        const cell = cells.find((cell) => cell.slug === slug);
        expect(cell?.python, `the Python call that ${slug} mirrors`).toEqual(expect.any(String));
      }
      // The last one does what the block is about; `connect` alone comes a section earlier.
      const home = lessons.find(({ slug }) => slug === block.lesson);
      expect(home && cellsOf(home).map(({ slug }) => slug)).toContain(block.cells.at(-1));
    },
  );

  it('keeps the order of its blocks', () => {
    const mirrored = blocks.flatMap((block) => block.cells);
    const inTutorial = cells.map(({ slug }) => slug).filter((slug) => mirrored.includes(slug));
    expect(mirrored).toEqual(inTutorial);
  });

  it.each(Object.entries(THEN_AND_NOW))('says beside the cell: %s', (_what, slug) => {
    expect(cells.find((cell) => cell.slug === slug)?.note).toMatchObject({
      when: '2018',
      then: expect.any(String),
      today: expect.any(String),
      reason: expect.any(String),
    });
  });

  it('begins with a cell that connects', () => {
    expect(cells[0]?.code.walrus).toContain("import { Database } from 'walrus';");
  });

  it('puts the cell that wakes a blocking one right behind it', () => {
    const blocking = cells.flatMap((cell, index) => (cell.blocking ? [index] : []));
    expect(blocking.map((index) => [cells[index]?.slug, cells[index + 1]?.slug])).toEqual([
      ['wait-for-entry', 'wake-reader'],
    ]);
  });
});
