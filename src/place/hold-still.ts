import { tick } from 'svelte';
import { firstInView } from './first-in-view.ts';

/** Makes a change above or in what is being read, and keeps that where it is in the window. */
export async function holdStill(change: () => void): Promise<void> {
  const { style } = document.documentElement;
  const element = firstInView();
  const before = element?.getBoundingClientRect().top ?? 0;
  // The browser's own way of doing so would be added to this one.
  style.overflowAnchor = 'none';
  change();
  await tick();
  const after = element?.getBoundingClientRect().top ?? 0;
  if (Math.abs(after - before) > 1) scrollBy({ top: after - before, behavior: 'instant' });
  requestAnimationFrame(() => style.removeProperty('overflow-anchor'));
}
