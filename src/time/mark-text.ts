import type { Mark } from '../../core/session/history.ts';

const format = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

const OUTCOMES = { ok: null, error: 'failed', stopped: 'stopped' } as const;

/** A Unix time in ms as the clock on the learner's wall, to the second: `14:03:12`. */
export function wallTime(at: number): string {
  return format.format(at);
}

/** How a run ended, in a word; null for one that ended well. */
export function outcomeText({ kind, status }: Pick<Mark, 'kind' | 'status'>): string | null {
  return kind === 'rewind' ? null : OUTCOMES[status];
}

/**
 * What a mark is called in a sentence: `[7] Add an entry`, or for a rewind `the rewind (Add an entry)`.
 * @param title of its cell
 */
export function markName({ kind, count }: Pick<Mark, 'kind' | 'count'>, title: string): string {
  return kind === 'rewind' ? `the rewind (${title})` : `[${count ?? ' '}] ${title}`;
}

/** What a mark is called when it is heard: `Run [7], Add an entry, failed, 14:03:12`. */
export function spokenMark(
  mark: Pick<Mark, 'kind' | 'count' | 'status' | 'at'>,
  title: string,
  isRecorded = false,
): string {
  const what = mark.kind === 'rewind' ? 'Rewind' : `Run [${mark.count ?? ' '}]`;
  // The times of a recording are made up.
  const time = isRecorded ? 'recorded' : wallTime(mark.at);
  return [what, title, outcomeText(mark), time].filter(Boolean).join(', ');
}
