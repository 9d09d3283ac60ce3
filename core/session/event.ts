import * as v from 'valibot';
import { Change } from '../lens/change.ts';
import { CommandRow } from './command.ts';
import { Blocked, CheckOutcome, Output, SharedNames } from './run.ts';
import { KernelView, RedisView } from './view.ts';

/** One thing that happened in a session; what it does to the view is in applyEvent(). */
export const SessionEvent = v.variant('kind', [
  v.object({
    kind: v.literal('run-queued'),
    run: v.string(),
    cell: v.string(),
    sourceHash: v.string(),
  }),
  v.object({
    kind: v.literal('run-started'),
    run: v.string(),
    count: v.number(),
    /** Unix time in ms. */
    at: v.number(),
  }),
  /** The text of the run was read. */
  v.object({ kind: v.literal('run-names'), run: v.string(), names: SharedNames }),
  v.object({ kind: v.literal('run-blocked'), run: v.string(), blocked: Blocked }),
  v.object({ kind: v.literal('run-unblocked'), run: v.string() }),
  v.object({
    /** The run goes on for long: it is stopped at that time (Unix ms) unless it is let go on; null: it was. */
    kind: v.literal('run-asked'),
    run: v.string(),
    stopsAt: v.nullable(v.number()),
  }),
  v.object({
    /** Rows of commands that are new or have changed. */
    kind: v.literal('run-commands'),
    run: v.string(),
    rows: v.array(v.object({ index: v.number(), row: CommandRow })),
    omitted: v.number(),
  }),
  v.object({ kind: v.literal('run-output'), run: v.string(), output: Output }),
  v.object({
    /** The exercise of the cell was looked at, just before the run is said to have ended. */
    kind: v.literal('run-checked'),
    run: v.string(),
    outcome: CheckOutcome,
  }),
  v.object({
    kind: v.literal('run-ended'),
    run: v.string(),
    status: v.picklist(['ok', 'error', 'stopped']),
    /** ms since it was started; 0 for one that never was. */
    duration: v.number(),
  }),
  v.object({ kind: v.literal('kernel'), kernel: KernelView }),
  v.object({ kind: v.literal('redis'), redis: RedisView }),
  v.object({
    /** The lens was read: what is different since it was read before. */
    kind: v.literal('lens'),
    /** Unix time in ms. */
    at: v.number(),
    changes: v.array(Change),
  }),
  v.object({
    /** Redis was put back to before a mark of the history; the lens of then was told before this. */
    kind: v.literal('rewound'),
    /** Id of the new mark. */
    id: v.string(),
    to: v.string(),
    /** Unix time in ms. */
    at: v.number(),
  }),
  /** Ids of the marks to before which Redis can be put. */
  v.object({ kind: v.literal('points'), points: v.array(v.string()) }),
]);
export type SessionEvent = v.InferOutput<typeof SessionEvent>;
