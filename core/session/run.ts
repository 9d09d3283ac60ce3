import * as v from 'valibot';
import { ChangeLine } from '../lens/change-line.ts';
import { Help } from '../help/help.ts';
import { LensSnapshot } from '../lens/snapshot.ts';
import { ShownValues } from '../value/shown-values.ts';
import { CommandRow } from './command.ts';

/** What a run has shown so far, in the order in which it happened. */
export const Output = v.variant('kind', [
  v.object({
    /** Text from console.log (stdout) or console.warn and console.error (stderr), newlines included. */
    kind: v.literal('text'),
    stream: v.picklist(['stdout', 'stderr']),
    text: v.string(),
    /** What one call printed, when that is more than a line and holds objects. */
    values: ShownValues,
  }),
  v.object({
    /** The value of the cell's last expression, as Node's inspect shows it. */
    kind: v.literal('value'),
    text: v.string(),
    /** The value itself, when it is an object. */
    values: ShownValues,
  }),
  v.object({
    /** What the learner's code threw. */
    kind: v.literal('error'),
    name: v.string(),
    message: v.string(),
    /** The frames inside cells, one a line; empty when there is none. */
    stack: v.string(),
    /** 1-based position in the text of the cell, when it is known. */
    line: v.nullable(v.number()),
    column: v.nullable(v.number()),
    /** What to do, for the mistakes that we know. */
    help: v.nullable(Help),
    /** True when it came after the cell had ended: a timer, or a promise nobody awaited. */
    late: v.boolean(),
  }),
  v.object({
    /** Streambook's own words about the run: output cut, how it was stopped, a kernel that died. */
    kind: v.literal('notice'),
    text: v.string(),
  }),
]);
export type Output = v.InferOutput<typeof Output>;

/** Which names a cell's text shares with other cells; at most MAX_NAMES of each kind. */
export const SharedNames = v.object({
  /** Declared at its top, imports among them. */
  declares: v.array(v.string()),
  /** Used and not declared in it: from another cell, or known everywhere. */
  uses: v.array(v.string()),
});
export type SharedNames = v.InferOutput<typeof SharedNames>;

export const RunStatus = v.picklist(['queued', 'running', 'blocked', 'ok', 'error', 'stopped']);
/**
 * queued → running ⇄ blocked → ok | error | stopped; a queued run may also end as stopped.
 * A run that is queued waits for a turn in the kernel; a blocked one waits in a blocking Redis read.
 */
export type RunStatus = v.InferOutput<typeof RunStatus>;

/** A blocking command that a run is waiting in. */
export const Blocked = v.object({
  /** The command's name: XREAD, XREADGROUP, BLPOP… */
  command: v.string(),
  /** The keys it waits on. */
  keys: v.array(v.string()),
  /** Unix time in ms. */
  since: v.number(),
  /** Its own bound in ms; 0 = forever. */
  timeout: v.number(),
  /** For XREADGROUP: who reads; null for other commands. */
  group: v.nullable(v.string()),
  consumer: v.nullable(v.string()),
});
export type Blocked = v.InferOutput<typeof Blocked>;

/** What the check of an exercise has found. */
export const CheckOutcome = v.object({
  isSolved: v.boolean(),
  /** What is missing, in a sentence; empty when nothing is. */
  text: v.string(),
});
export type CheckOutcome = v.InferOutput<typeof CheckOutcome>;

/** One run of one cell. */
export const Run = v.object({
  /** Made by the page, unique within the session. */
  id: v.string(),
  /** The slug of the cell. */
  cell: v.string(),
  /** Which kernel it belongs to; a run of an earlier kernel is stale. */
  generation: v.number(),
  /** The `[3]` in the gutter: the how-manieth run of this kernel; null until it has started. */
  count: v.nullable(v.number()),
  status: RunStatus,
  /** hashSource() of the text that was run, to tell an edited cell. */
  sourceHash: v.string(),
  /** Those of that text; until they are known, of the run before. */
  names: SharedNames,
  /** Unix times in ms. */
  startedAt: v.nullable(v.number()),
  /** How long it took, in ms; null until it has ended. */
  duration: v.nullable(v.number()),
  blocked: v.nullable(Blocked),
  /** It goes on for long: when it will be stopped (Unix ms), unless the learner lets it go on. */
  stopsAt: v.nullable(v.number()),
  outputs: v.array(Output),
  /** What it sent to Redis, in order. */
  commands: v.array(CommandRow),
  /** Commands that are in no row, because there were too many. */
  commandsOmitted: v.number(),
  /** What it changed in the streams, as far as is known. */
  changes: v.array(ChangeLine),
  /** Of a cell that is an exercise, after a run that went well. */
  check: v.optional(CheckOutcome),
  /** The lens when it was started; null before that, and when it has ended. */
  before: v.nullable(LensSnapshot),
});
export type Run = v.InferOutput<typeof Run>;

/** True when a run will not change its status any more. */
export function hasEnded(status: RunStatus): boolean {
  return status === 'ok' || status === 'error' || status === 'stopped';
}
