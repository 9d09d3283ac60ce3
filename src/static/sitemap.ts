import { escapeHtml } from '../highlight/escape-html.ts';

/**
 * The list of all pages for search engines.
 * @param address of the site, with a slash at the end
 */
export function sitemap(address: string, folders: readonly string[]): string {
  const urls = folders.map((folder) => `  <url><loc>${escapeHtml(address + folder)}</loc></url>\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('')}</urlset>
`;
}
