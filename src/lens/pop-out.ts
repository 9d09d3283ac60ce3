import { mount, unmount } from 'svelte';
import { lightUp } from '../lit/light-up.ts';
import type { Notebook } from '../state/notebook.svelte.ts';
import PoppedLens from './PoppedLens.svelte';

/**
 * Opens a window that shows the same lens. Null when the browser does not allow it.
 * @param onclose called once, when the window is gone
 */
export function popOut(notebook: Notebook, onclose: () => void): { close: () => void } | null {
  const opened = window.open('', 'streambook-lens', 'popup,width=900,height=900');
  if (opened === null) return null;
  const { document: its } = opened;
  its.title = 'Stream lens: Streambook';
  its.documentElement.lang = document.documentElement.lang;
  // One that was left open by an earlier visit is taken over.
  its.body.replaceChildren();
  its.head.replaceChildren(...styleSheets(its));
  its.documentElement.classList.add('projected');
  const lens = mount(PoppedLens, { target: its.body, props: { notebook } });
  const darken = lightUp(its);

  let isOpen = true;
  const leave = () => {
    if (!isOpen) return;
    isOpen = false;
    darken();
    void unmount(lens);
    onclose();
  };
  opened.addEventListener('pagehide', leave);
  return {
    close() {
      leave();
      opened.close();
    },
  };
}

/** Copies of this page's style sheets, with addresses that hold in a page without one. */
function styleSheets(its: Document): HTMLElement[] {
  const sheets = document.querySelectorAll<HTMLElement>('link[rel="stylesheet"], style');
  return [...sheets].map((sheet) => {
    const copy = its.importNode(sheet, true);
    if (sheet instanceof HTMLLinkElement) copy.setAttribute('href', sheet.href);
    return copy;
  });
}
