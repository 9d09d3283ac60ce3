/** The first cell, paragraph or heading that begins below what stays at the top of the window. */
export function firstInView(): Element | null {
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
