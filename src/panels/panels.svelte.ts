/** What a restart is asked about. */
export interface RestartQuestion {
  /** Slug of the last cell that is to run afterwards, from the first one on; null to run none. */
  upTo: string | null;
}

/** What is open over the page or at its edge. */
export class Panels {
  /** True while the list of keys is shown. */
  showsKeys = $state(false);
  /** The restart that is asked about; null when none is. */
  restart = $state.raw<RestartQuestion | null>(null);
  /** True while the contents are open where they are a bar. */
  isContentsOpen = $state(false);
  /** True while the lens is open where it is a drawer or a sheet. */
  isLensOpen = $state(false);
  /** Slug of the cell that a key led to the lens from, and that Escape leads back to; null for none. */
  cellBehindLens: string | null = null;
}
