import { expect, it } from 'vitest';
import { cellsOf } from '../../core/lesson/cells-of.ts';
import { readTutorial } from '../tutorial/read-tutorial.ts';
import { projectFiles } from './project-files.ts';

const ENGINE = /^(core|server|src|scripts)\//;
const TEST = /\.test\.|\/testing\//;

/** A slug of one word may be a word of the code; one with a hyphen, in quotes or in a link, is the slug. */
function namedSlugs(text: string, slugs: string[]): string[] {
  return slugs.filter((slug) => new RegExp(`['"\`#](cell-)?${slug}['"\`]`).test(text));
}

it('the engine names no lesson and no cell', async () => {
  const lessons = readTutorial();
  const slugs = [...lessons, ...lessons.flatMap(cellsOf)]
    .map(({ slug }) => slug)
    .filter((slug) => slug.includes('-'));
  const files = await projectFiles(['.ts', '.svelte', '.mjs', '.css', '.html']);
  const engine = files.filter(({ path }) => ENGINE.test(path) && !TEST.test(path));
  const naming = engine.flatMap(({ path, text }) =>
    namedSlugs(text, slugs).map((slug) => `${path} names ${slug}`),
  );
  expect(naming).toEqual([]);
});

it('such a name is found', () => {
  expect(namedSlugs(`href="#cell-add-entry"`, ['add-entry', 'connect'])).toEqual(['add-entry']);
});
