import type { PageAddress } from '../state/dialect.svelte.ts';

/** The address of this page. */
export const pageAddress: PageAddress = {
  read: () => location.href,
  replace: (address) => history.replaceState(history.state, '', address),
};
