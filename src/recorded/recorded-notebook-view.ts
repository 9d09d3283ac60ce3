import type { RecordedNotebook } from '../../core/record/recorded-notebook.ts';
import { replay, type ReplayedView } from '../../core/record/replay.ts';
import type { Run } from '../../core/session/run.ts';

/** What a cell did when it was recorded. */
export interface RecordedRun {
  run: Run;
  /** The Redis that it was recorded with: `Redis 7.0.15`. */
  redis: string;
}

/** A recorded notebook as a page shows it. */
export interface RecordedView {
  /** As if everything had been run. */
  view: ReplayedView;
  /** By the slug of the cell. */
  runs: ReadonlyMap<string, RecordedRun>;
  /** The Redis that the last lesson was recorded with. */
  redis: string;
}

/**
 * Makes of a recording what a page shows of a session; it needs no connection.
 * @param from index of the first cell that the page is about: what was before is where its history begins
 */
export function viewOfRecording({ lessons }: RecordedNotebook, from = 0): RecordedView {
  const view = replay(
    lessons.flatMap(({ cells }) => cells),
    from,
  );
  const nameOf = ({ product, version }: { product: string; version: string }) =>
    `${product} ${version}`;
  const redisOf = new Map(
    lessons.flatMap(({ redis, cells }) => cells.map(({ cell }) => [cell, nameOf(redis)] as const)),
  );
  const runs = new Map(
    view.runs.map((run) => [run.cell, { run, redis: redisOf.get(run.cell) ?? '' }]),
  );
  const last = lessons.at(-1);
  return { view, runs, redis: last ? nameOf(last.redis) : '' };
}
