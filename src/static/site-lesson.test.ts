import { expect, it } from 'vitest';
import { scratchLesson } from '../tutorial/scratch-lesson.ts';
import { siteLesson } from './site-lesson.ts';

it('is a lesson whose headings stand below its own title, and whose links lead to other pages', () => {
  const note = {
    when: '2018',
    then: '1',
    today: '2',
    reason: '<h4>Why</h4><a href="#there">a</a>',
  };
  const { blocks } = siteLesson(
    {
      slug: 'basics',
      title: 'Basics',
      explains: [],
      blocks: [
        { kind: 'prose', html: '<h3 id="a">A</h3><a href="#there">a</a>' },
        { kind: 'listing', language: 'sh', code: 'ls', html: 'ls' },
        { kind: 'cell', cell: { ...scratchLesson('add', 'Add'), note } },
      ],
    },
    (id) => `../${id}/`,
  );
  expect(blocks[0]).toMatchObject({ html: '<h2 id="a">A</h2><a href="../there/">a</a>' });
  expect(blocks[1]).toMatchObject({ html: 'ls' });
  expect(blocks[2]).toMatchObject({
    cell: { note: { reason: '<h3>Why</h3><a href="../there/">a</a>' } },
  });
});
