import * as v from 'valibot';
import { Change } from '../lens/change.ts';
import { ChangeLine } from '../lens/change-line.ts';
import { Output } from '../session/run.ts';
import { RecordedRow } from './recorded-row.ts';

/** Rises when a recording of before cannot be read any more: then all are made anew. */
export const RECORDING_VERSION = 1;

/**
 * One cell of a recorded run, without what is volatile: see Timeline for ids and times. Durations are
 * not recorded.
 */
export const RecordedCell = v.object({
  /** The slug of the cell. */
  cell: v.string(),
  /** hashSource() of the text that was run: of another text, the recording says nothing. */
  sourceHash: v.string(),
  status: v.picklist(['ok', 'error', 'stopped']),
  outputs: v.array(Output),
  commands: v.array(RecordedRow),
  /** Commands that are in no row, because there were too many. */
  commandsOmitted: v.optional(v.number(), 0),
  /** What it changed in the streams, in sentences. */
  changes: v.array(ChangeLine),
  /** When it had ended, Unix time in ms. */
  at: v.number(),
  /**
   * What is different in the lens from after the cell before it, in its lesson or in the one before. A
   * cell that had to be woken has none: what it did is seen after the cell that woke it.
   */
  delta: v.array(Change),
});
export type RecordedCell = v.InferOutput<typeof RecordedCell>;

/** The Redis that a recording was made with. */
export const RecordedRedis = v.object({ product: v.string(), version: v.string() });

/** The recorded run of one lesson, `NN-slug.run.json` beside it: its cells in reading order, in both dialects. */
export const Recording = v.object({
  version: v.literal(RECORDING_VERSION),
  redis: RecordedRedis,
  dialects: v.object({ walrus: v.array(RecordedCell), 'node-redis': v.array(RecordedCell) }),
});
export type Recording = v.InferOutput<typeof Recording>;
/** As it stands in the file, without what goes without saying. */
export type StoredRecording = v.InferInput<typeof Recording>;
export type StoredCell = v.InferInput<typeof RecordedCell>;
