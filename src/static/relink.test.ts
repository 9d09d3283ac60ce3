import { expect, it } from 'vitest';
import { relink } from './relink.ts';

it('leads links into the notebook to other pages, and leaves all others', () => {
  const html =
    '<a href="#cell-add">a</a> <a href="#here">b</a> <a href="https://redis.io/#x">c</a>';
  expect(relink(html, (id) => (id === 'here' ? null : `../basics/#${id}`))).toBe(
    '<a href="../basics/#cell-add">a</a> <a href="#here">b</a> <a href="https://redis.io/#x">c</a>',
  );
});
