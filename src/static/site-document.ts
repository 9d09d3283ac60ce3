import { escapeHtml } from '../highlight/escape-html.ts';

/** The files that every page of the static site loads, by their names in it. */
export interface SiteFiles {
  script: string;
  styles: string[];
  /** What the first paint needs. */
  fonts: string[];
}

/** A page of the static site, as a document of its own. */
export interface SiteDocument {
  title: string;
  description: string;
  /** The way to the site's own folder: `../`. */
  root: string;
  /** Its whole address; null when nobody has said where the site will stand. */
  address: string | null;
  /** The ways to the pages before and after it; null where there is none. */
  before: string | null;
  after: string | null;
  head: string;
  body: string;
  /** What the page is told in the browser. */
  content: unknown;
}

/** The text of a page's file. */
export function siteDocument(page: SiteDocument, { script, styles, fonts }: SiteFiles): string {
  const { root, address, before, after } = page;
  const title = escapeHtml(page.title);
  const description = escapeHtml(page.description);
  const link = (rel: string, href: string | null, more = '') =>
    href === null ? [] : [`<link rel="${rel}" href="${escapeHtml(href)}"${more} />`];
  const head = [
    '<meta charset="utf-8" />',
    '<meta name="viewport" content="width=device-width, initial-scale=1" />',
    '<meta name="color-scheme" content="light dark" />',
    `<title>${title}</title>`,
    `<meta name="description" content="${description}" />`,
    `<meta property="og:title" content="${title}" />`,
    `<meta property="og:description" content="${description}" />`,
    '<meta property="og:type" content="article" />',
    ...(address === null ? [] : [`<meta property="og:url" content="${escapeHtml(address)}" />`]),
    ...link('canonical', address),
    ...link('prev', before),
    ...link('next', after),
    ...link('icon', `${root}favicon.svg`, ' type="image/svg+xml"'),
    ...fonts.flatMap((font) =>
      link('preload', root + font, ' as="font" type="font/woff2" crossorigin'),
    ),
    ...styles.flatMap((style) => link('stylesheet', root + style)),
    page.head,
  ].filter((line) => line !== '');
  // In a script nothing is escaped, so that its end must not stand in it.
  const content = JSON.stringify(page.content).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="en" class="live">
  <head>
    ${head.join('\n    ')}
  </head>
  <body>
    <div id="app">${page.body}</div>
    <script type="application/json" id="content">${content}</script>
    <script type="module" src="${root}${script}"></script>
  </body>
</html>
`;
}
