import type { AxeBuilder } from '@axe-core/playwright';
import { axe } from './axe.ts';
import type { NotebookPage } from './notebook-page.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
type RunOnly = NonNullable<Parameters<AxeBuilder['options']>[0]['runOnly']>;

/** The rules that look at colours. */
const COLORS = ['color-contrast', 'link-in-text-block'];

/**
 * What breaks a rule of WCAG 2.2 AA in the light theme, and what by its colours in the dark one, each with
 * its place on the page. The page stays dark.
 * @param parts selectors of the parts to look at; the whole page without one
 */
export async function violationsInBothThemes(
  notebook: NotebookPage,
  ...parts: string[]
): Promise<string[]> {
  await notebook.page.emulateMedia({ colorScheme: 'light' });
  const light = await violations(notebook, ...parts);
  return [...light, ...(await violationsInDark(notebook, ...parts))];
}

/** What breaks a rule by its colours in the dark theme. The page stays dark. */
export async function violationsInDark(
  notebook: NotebookPage,
  ...parts: string[]
): Promise<string[]> {
  await notebook.page.emulateMedia({ colorScheme: 'dark' });
  const dark = await analyze(notebook, parts, { type: 'rule', values: COLORS });
  return dark.map((violation) => `in dark: ${violation}`);
}

/** What breaks a rule of WCAG 2.2 AA in the theme that the page has. */
export function violations(notebook: NotebookPage, ...parts: string[]): Promise<string[]> {
  return analyze(notebook, parts, { type: 'tag', values: WCAG });
}

async function analyze(
  notebook: NotebookPage,
  parts: readonly string[],
  runOnly: RunOnly,
): Promise<string[]> {
  await notebook.laidOut();
  const builder = axe(notebook);
  for (const part of parts) builder.include(part);
  const { violations } = await builder.options({ runOnly, resultTypes: ['violations'] }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}
