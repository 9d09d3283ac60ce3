/** True for a page that was reloaded: a link into the page, or a new visit, goes where it says. */
export function isReload(): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  return entry instanceof PerformanceNavigationTiming && entry.type === 'reload';
}
