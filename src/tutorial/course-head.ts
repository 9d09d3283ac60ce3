import { escapeHtml } from '../highlight/escape-html.ts';
import type { PageCourse } from './page-course.ts';

const BRAND = 'Streambook';

/** What belongs into the head of the page: the name of the course, and what it is. */
export function courseHead({ title, description }: Pick<PageCourse, 'title' | 'description'>): string {
  const name = title === BRAND ? BRAND : `${BRAND}: ${title}`;
  return [
    `<title>${escapeHtml(name)}</title>`,
    `<meta name="description" content="${escapeHtml(description)}" />`,
  ].join('\n    ');
}
