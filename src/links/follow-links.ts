import { tick } from 'svelte';
import { focusCell } from '../cell/focus-cell.ts';
import { isReload } from '../place/is-reload.ts';

/**
 * A link to a cell leads the focus there too, when it is followed and when the page is opened with it,
 * and so do back and forward. Links to headings are the browser's. Returns what ends it.
 */
export function followLinks(): () => void {
  const follow = () => {
    const slug = /^#cell-(.+)$/.exec(location.hash)?.[1];
    if (slug !== undefined) void tick().then(() => focusCell(decodeURIComponent(slug)));
  };
  if (!isReload()) follow();
  addEventListener('hashchange', follow);
  return () => removeEventListener('hashchange', follow);
}
