/**
 * Calls `changed` whenever another tab of this browser has written: with the key, or with null when
 * many may have changed meanwhile, as for a page that comes back out of the browser's cache. Returns
 * what ends it.
 */
export function followTabs(changed: (key: string | null) => void): () => void {
  const follow = ({ key, storageArea }: StorageEvent) => {
    if (storageArea === localStorage && key !== null) changed(key);
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
