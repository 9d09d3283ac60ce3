import * as v from 'valibot';
import { Change } from '../lens/change.ts';
import { ChangeLine } from '../lens/change-line.ts';
import { LensSnapshot } from '../lens/snapshot.ts';
import { CommandRow } from './command.ts';

/** A moment of the history: the end of a run, or a rewind. */
export const Mark = v.object({
  /** Of the run, or of the rewind. */
  id: v.string(),
  kind: v.picklist(['run', 'rewind']),
  /** The cell that was run; for a rewind, the cell to before which Redis was put. */
  cell: v.string(),
  /** The `[3]` of the run; null for a rewind. */
  count: v.nullable(v.number()),
  status: v.picklist(['ok', 'error', 'stopped']),
  /** Unix time in ms. */
  at: v.number(),
  /** What is different from the mark before, whoever did it. */
  delta: v.array(Change),
  /** What this run did, in sentences. */
  changes: v.array(ChangeLine),
  commands: v.array(CommandRow),
  /** Commands that are in no row. */
  commandsOmitted: v.number(),
});
export type Mark = v.InferOutput<typeof Mark>;

/** How the streams came to be what they are. */
export const History = v.object({
  /** The lens before the first mark. */
  base: LensSnapshot,
  /** Oldest first, at most MAX_MARKS. */
  marks: v.array(Mark),
  /** The lens at the last mark. */
  last: LensSnapshot,
  /** Ids of marks to before which Redis can be put. */
  points: v.array(v.string()),
});
export type History = v.InferOutput<typeof History>;
