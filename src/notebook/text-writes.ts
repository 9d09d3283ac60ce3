/** The last change that a tab has made to a text, counted among that tab's own. */
export interface TextWrite {
  tab: string;
  count: number;
}

/** Most tabs that are remembered: one that is forgotten keeps its text beside the others' when in doubt. */
const MOST = 30;

/** A tab has changed the text, knowing all that was written before. */
export function addWrite(writes: readonly TextWrite[], write: TextWrite): TextWrite[] {
  return [...writes.filter(({ tab }) => tab !== write.tab), write].slice(-MOST);
}

/**
 * True when whoever wrote `theirs` knew all that this tab has put into `mine`. The browser does not
 * promise it: two tabs that write at the same moment may not have seen each other's text.
 */
export function knowsWritesOf(
  tab: string,
  mine: readonly TextWrite[],
  theirs: readonly TextWrite[],
): boolean {
  const own = lastWrite(tab, mine);
  return own === null || lastWrite(tab, theirs)?.count === own.count;
}

/** What a tab has written last; null when nothing of it is in the text. */
export function lastWrite(tab: string, writes: readonly TextWrite[]): TextWrite | null {
  return writes.find((write) => write.tab === tab) ?? null;
}
