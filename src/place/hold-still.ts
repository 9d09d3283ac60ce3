import { tick } from 'svelte';

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

/** The first cell, paragraph or heading that begins below what stays at the top of the window. */
function firstInView(): Element | null {
  const bar = document.querySelector('.toolbar')?.getBoundingClientRect().bottom ?? 0;
  const isBelow = (part: Element) => part.getBoundingClientRect().top >= bar;
  for (const section of document.querySelectorAll('main > *')) {
    // What is above is not looked into: in a lesson that is far away, that would lay it out.
    if (section.getBoundingClientRect().bottom < bar) continue;
    const parts = section.querySelectorAll('h2, [data-cell], .prose > *');
    const part = [...parts].find(isBelow);
    if (part) return part;
  }
  return null;
}
