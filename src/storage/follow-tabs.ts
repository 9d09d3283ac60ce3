import { keyInCourse } from './course-storage.ts';

/**
 * Calls `changed` whenever another tab of this browser has written in a course: with the key, or with null
 * when many may have changed meanwhile, as for a page that comes back out of the browser's cache. Returns
 * what ends it.
 */
export function followTabs(
  course: string | null,
  changed: (key: string | null) => void,
): () => void {
  const follow = ({ key, storageArea }: StorageEvent) => {
    if (storageArea !== localStorage || key === null) return;
    const own = keyInCourse(course, key);
    if (own !== null) changed(own);
  };
  const comeBack = ({ persisted }: PageTransitionEvent) => {
    if (persisted) changed(null);
  };
  addEventListener('storage', follow);
  addEventListener('pageshow', comeBack);
  return () => {
    removeEventListener('storage', follow);
    removeEventListener('pageshow', comeBack);
  };
}
