import axe, { type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { COLOR_SAMPLE, markColorSamples } from './color-samples.ts';

/** Runs in the page: resolves when no colour is on its way to another one, as after a change of the theme. */
async function colorsAtRest(): Promise<void> {
  const changing = document.getAnimations().filter((one) => one instanceof CSSTransition);
  await Promise.allSettled(changing.map(({ finished }) => finished));
}

/** A rule that is broken, with its place on the page and what to do. */
export type Violation = string;

/**
 * What breaks rules of accessibility on the page as it is.
 * @param parts selectors of the parts to look at; the whole page without one
 * @param runOnly which rules; all without it
 */
export async function brokenRules(
  page: Page,
  parts: string[],
  runOnly?: RunOptions['runOnly'],
): Promise<Violation[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) {
    const configuration = { rules: [{ id: 'color-contrast', selector: `[${COLOR_SAMPLE}]` }] };
    await page.evaluate(`${axe.source}\naxe.configure(${JSON.stringify(configuration)})`);
  }
  await page.evaluate(colorsAtRest);
  await page.evaluate(markColorSamples, [COLOR_SAMPLE, parts] satisfies [string, string[]]);
  const options: RunOptions = {
    resultTypes: ['violations'],
    ...(runOnly ? { runOnly } : {}),
  };
  return page.evaluate(
    async ([context, options]) => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
      const { violations } = await axe.run(context, options);
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
      );
    },
    [{ include: parts.length > 0 ? parts.map((part) => [part]) : [['html']] }, options] as const,
  );
}
