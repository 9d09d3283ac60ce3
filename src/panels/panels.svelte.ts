/** What is open over the page or at its edge. */
export class Panels {
  /** True while the list of keys is shown. */
  showsKeys = $state(false);
  /** True while it is asked whether to restart. */
  asksRestart = $state(false);
  /** True while the lens is open where it is a drawer or a sheet. */
  isLensOpen = $state(false);
  /** Slug of the cell that a key led to the lens from, and that Escape leads back to; null for none. */
  cellBehindLens: string | null = null;
}
