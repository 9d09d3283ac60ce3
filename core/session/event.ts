import * as v from 'valibot';
import { LensSnapshot } from '../lens/snapshot.ts';
import { Blocked, Output } from './run.ts';
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
  v.object({ kind: v.literal('run-blocked'), run: v.string(), blocked: Blocked }),
  v.object({ kind: v.literal('run-unblocked'), run: v.string() }),
  v.object({ kind: v.literal('run-output'), run: v.string(), output: Output }),
  v.object({
    kind: v.literal('run-ended'),
    run: v.string(),
    status: v.picklist(['ok', 'error', 'stopped']),
    /** ms since it was started; 0 for one that never was. */
    duration: v.number(),
  }),
  v.object({ kind: v.literal('kernel'), kernel: KernelView }),
  v.object({ kind: v.literal('redis'), redis: RedisView }),
  v.object({ kind: v.literal('lens'), lens: LensSnapshot }),
]);
export type SessionEvent = v.InferOutput<typeof SessionEvent>;
