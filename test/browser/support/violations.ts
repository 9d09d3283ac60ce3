import { axe } from './axe.ts';
import type { NotebookPage } from './notebook-page.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What breaks a rule of WCAG 2.2 AA, each with its place on the page.
 * @param part selector of the part to look at; the whole page without it
 */
export async function violations(notebook: NotebookPage, part?: string): Promise<string[]> {
  await notebook.laidOut();
  const builder = axe(notebook);
  if (part !== undefined) builder.include(part);
  const { violations } = await builder
    .options({ runOnly: { type: 'tag', values: WCAG }, resultTypes: ['violations'] })
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}
