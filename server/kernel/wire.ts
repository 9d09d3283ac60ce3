import * as v from 'valibot';
import { CommandRow } from '../../core/session/command.ts';
import { ShownValues } from '../../core/value/shown-values.ts';

/** Name of the binding through which the boot file talks to the server; it hides it before any cell runs. */
export const BINDING = '__streambook_emit';

/** Global under which the boot file leaves its harness for the server, which takes it away at once. */
export const HARNESS = '__streambook_harness';

/** Longest row of commands that is believed, in characters of JSON; the kernel's own are far shorter. */
const MAX_ROW = 100_000;
const SmallRow = v.pipe(
  CommandRow,
  v.check((row) => JSON.stringify(row).length <= MAX_ROW),
);

/** Text of at most so many characters; more of it comes only from a kernel whose own bound was broken. */
const shortText = (most: number) =>
  v.pipe(
    v.string(),
    v.transform((text) => text.slice(0, most)),
  );

/** What describe() inside the kernel makes of a thrown value. */
export const ThrownValue = v.object({
  name: shortText(1000),
  message: shortText(20_000),
  stack: shortText(50_000),
});
export type ThrownValue = v.InferOutput<typeof ThrownValue>;

/** What show() inside the kernel makes of a value. */
export const ShownValue = v.object({ text: shortText(120_000), values: ShownValues });
export type ShownValue = v.InferOutput<typeof ShownValue>;

/** Keys of a blocking command that are told. */
const MAX_KEYS = 100;

/** What the code inside the kernel tells the server, as JSON through the binding. */
export const KernelSignal = v.variant('kind', [
  v.object({ kind: v.literal('booted') }),
  v.object({
    kind: v.literal('text'),
    run: v.string(),
    stream: v.picklist(['stdout', 'stderr']),
    text: v.string(),
    values: ShownValues,
  }),
  v.object({ kind: v.literal('notice'), run: v.string(), text: shortText(1000) }),
  v.object({
    /** An error after the cell's end, or beside it: a timer, a promise that nobody awaited. */
    kind: v.literal('late-error'),
    run: v.string(),
    error: ThrownValue,
  }),
  v.object({
    kind: v.literal('blocked'),
    run: v.string(),
    command: shortText(100),
    keys: v.pipe(
      v.array(shortText(1000)),
      v.transform((keys) => keys.slice(0, MAX_KEYS)),
    ),
    /** ms; 0 = forever */
    timeout: v.number(),
    /** Unix time in ms. */
    since: v.number(),
    /** For XREADGROUP; null for other commands. */
    group: v.nullable(v.string()),
    consumer: v.nullable(v.string()),
  }),
  v.object({
    /** Rows of commands that are new or have changed. */
    kind: v.literal('commands'),
    run: v.string(),
    rows: v.array(v.object({ index: v.pipe(v.number(), v.minValue(0)), row: SmallRow })),
    omitted: v.number(),
  }),
  v.object({ kind: v.literal('unblocked'), run: v.string() }),
]);
export type KernelSignal = v.InferOutput<typeof KernelSignal>;

/** What cancel() inside the kernel found: how many Redis calls were open. */
export const OpenCalls = v.number();

/** Ids of connections. */
export const ConnectionIds = v.array(v.number());

/** What the server hands to a kernel once, before the first cell. */
export interface KernelSetup {
  /** Global name of the object that cells call: `tick` and `load`. Unguessable, so that no cell hides it by accident. */
  helper: string;
  redis: { path: string | null; port: number | null; username: string; password: string };
  /** Characters of output that one run may show. */
  maxOutput: number;
  /** False only where the cost of recording commands is measured. */
  recordsCommands: boolean;
}
