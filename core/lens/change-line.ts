import * as v from 'valibot';

/** Changes of one kind that belong together, as one sentence for the learner. */
export const ChangeLine = v.object({
  /** A kind of Change. */
  kind: v.string(),
  /** `+` something came, `-` something went, `~` something is different. */
  sign: v.picklist(['+', '-', '~']),
  /** One plain sentence; names the cause where the commands sent show it. */
  text: v.string(),
  /** How many changes it tells. */
  count: v.number(),
  stream: v.string(),
  group: v.nullable(v.string()),
  /** The consumer that has it now, or had it last. */
  consumer: v.nullable(v.string()),
  /** The entries it is about, at most MAX_CHANGE_IDS. */
  ids: v.array(v.string()),
  /** Index of the row of commands that caused it; null when that is not known. */
  row: v.nullable(v.number()),
});
export type ChangeLine = v.InferOutput<typeof ChangeLine>;
