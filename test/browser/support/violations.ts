import type { RunOptions } from 'axe-core';
import { brokenRules, type Violation } from './axe.ts';
import type { NotebookPage } from './notebook-page.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

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
): Promise<Violation[]> {
  await notebook.page.emulateMedia({ colorScheme: 'light' });
  const light = await violations(notebook, ...parts);
  return [...light, ...(await violationsInDark(notebook, ...parts))];
}

/** What breaks a rule by its colours in the dark theme. The page stays dark. */
export async function violationsInDark(
  notebook: NotebookPage,
  ...parts: string[]
): Promise<Violation[]> {
  await notebook.page.emulateMedia({ colorScheme: 'dark' });
  const dark = await analyze(notebook, parts, { type: 'rule', values: COLORS });
  return dark.map((violation) => `in dark: ${violation}`);
}

/** What breaks a rule of WCAG 2.2 AA in the theme that the page has. */
export function violations(notebook: NotebookPage, ...parts: string[]): Promise<Violation[]> {
  return analyze(notebook, parts, { type: 'tag', values: WCAG });
}

async function analyze(
  notebook: NotebookPage,
  parts: string[],
  runOnly: RunOptions['runOnly'],
): Promise<Violation[]> {
  await notebook.layOutWhole();
  return brokenRules(notebook.page, parts, runOnly);
}
