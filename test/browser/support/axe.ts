import { AxeBuilder } from '@axe-core/playwright';
import type { NotebookPage } from './notebook-page.ts';

/**
 * Looks for what breaks rules of accessibility. In the page itself: the other mode carries every
 * element over to a page of its own, for frames that we do not have, and takes three times as long.
 */
export function axe({ page }: NotebookPage): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode(true);
}
