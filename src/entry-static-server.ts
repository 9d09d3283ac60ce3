import { render } from 'svelte/server';
import { course, lessons } from 'virtual:tutorial';
import type { Recording } from '../core/record/recording.ts';
import { readRecordings } from './build/read-recordings.ts';
import { createHighlighter, type Highlighter } from './highlight/highlighter.ts';
import { descriptionOf } from './static/description-of.ts';
import { lessonsById } from './static/lessons-by-id.ts';
import { recordedUpTo } from './static/recorded-up-to.ts';
import { relink } from './static/relink.ts';
import { siteLesson } from './static/site-lesson.ts';
import { siteDocument, type SiteFiles } from './static/site-document.ts';
import { folderOf, rootFrom, sitePages, wayTo, type SitePage } from './static/site-page.ts';
import { sitemap } from './static/sitemap.ts';
import StaticPage from './static/StaticPage.svelte';

/** What the static site is made with. */
export interface SiteOptions {
  /** The folder with the lessons, and their recorded runs. */
  folder: string;
  files: SiteFiles;
  /** Where it will stand, with a slash at the end; null when nobody has said. */
  address: string | null;
  /** Where the course can be run; null when nobody has said. */
  live: string | null;
}

/**
 * All pages of the static site, and its map when its address is known.
 * @throws LessonError when a recorded run cannot be read
 */
export async function renderSite(options: SiteOptions): Promise<{ file: string; text: string }[]> {
  const highlighter = await createHighlighter([import('shiki/langs/typescript.mjs')]);
  const recordings = readRecordings(options.folder);
  const pages = sitePages(lessons, course.dialects);
  const files = pages.map((page) => ({
    file: `${folderOf(page)}index.html`,
    text: pageText(page, recordings, highlighter, options),
  }));
  if (options.address === null) return files;
  return [...files, { file: 'sitemap.xml', text: sitemap(options.address, pages.map(folderOf)) }];
}

const lessonOfId = lessonsById(lessons);

function pageText(
  page: SitePage,
  recordings: ReadonlyMap<string, Recording>,
  { toHtml }: Highlighter,
  { files, address, live }: SiteOptions,
): string {
  const slugs = lessons.map(({ slug }) => slug);
  const index = slugs.indexOf(page.lesson ?? '');
  const beside = (slug: string | undefined) =>
    slug === undefined ? null : wayTo(page, { ...page, lesson: slug });
  const wayToId = (id: string) => {
    const lesson = lessonOfId.get(id);
    if (lesson === undefined || lesson === page.lesson) return null;
    return wayTo(page, { ...page, lesson }, id === lesson ? null : id);
  };
  const [recording] = recordings.values();
  const content = {
    page,
    recorded: recordedUpTo(page.lesson, page.dialect, slugs, recordings),
    redis: recording ? `${recording.redis.product} ${recording.redis.version}` : null,
    live,
  };
  const site = {
    course: { ...course, introduction: relink(course.introduction, wayToId) },
    lessons: lessons.map((lesson) => siteLesson(lesson, wayToId)),
    codeHtml: (code: string) => toHtml(code, 'typescript'),
  };
  const { head, body } = render(StaticPage, { props: { content, site } });
  return siteDocument(
    {
      ...named(page),
      root: rootFrom(page),
      address: address === null ? null : `${address}${folderOf(page)}`,
      before: beside(slugs[index - 1]),
      after: beside(slugs[index + 1]),
      head,
      body,
      content,
    },
    files,
  );
}

/** What a page is called, so that no two are called the same, and what it is about. */
function named({ lesson: slug, dialect }: SitePage): { title: string; description: string } {
  const lesson = lessons.find((one) => one.slug === slug);
  const inDialect = dialect === course.dialects[0] ? '' : ` with ${dialect}`;
  if (!lesson) return { title: `${course.title}${inDialect}`, description: course.description };
  const prose = lesson.blocks.flatMap((block) => (block.kind === 'prose' ? [block.html] : []));
  return {
    title: `${lesson.title}${inDialect} · ${course.title}`,
    description: descriptionOf(prose.join('\n')) || course.description,
  };
}
