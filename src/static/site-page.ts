import { DIALECTS } from '../../core/lesson/dialects.ts';
import type { Dialect } from '../../core/lesson/lesson.ts';

/** A page of the static site: the contents, or one lesson, in one dialect. */
export interface SitePage {
  dialect: Dialect;
  /** Slug of its lesson; null for the contents. */
  lesson: string | null;
}

/** All pages, those of the first dialect before the others. */
export function sitePages(
  lessons: readonly { slug: string }[],
  dialects: readonly Dialect[],
): SitePage[] {
  return dialects.flatMap((dialect) => [
    { dialect, lesson: null },
    ...lessons.map(({ slug }) => ({ dialect, lesson: slug })),
  ]);
}

/** The folder of a page in the site, with a slash at its end: `node-redis/consumer-groups/`; empty for the first one. */
export function folderOf({ dialect, lesson }: SitePage): string {
  const folders = [
    ...(dialect === DIALECTS[0] ? [] : [dialect]),
    ...(lesson === null ? [] : [lesson]),
  ];
  return folders.map((folder) => `${folder}/`).join('');
}

/** The way from a page to the site's own folder: `../../`; of that folder itself, `./`. */
export function rootFrom(page: SitePage): string {
  return '../'.repeat(folderOf(page).split('/').length - 1) || './';
}

/** The way from one page to another; an `id` of it may be added. */
export function wayTo(from: SitePage, to: SitePage, id: string | null = null): string {
  return `${rootFrom(from)}${folderOf(to)}${id === null ? '' : `#${id}`}`;
}
