import * as v from 'valibot';

/** One command that a run sent to Redis. */
export const SentCommand = v.object({
  /** Name and arguments, as sent; each at most MAX_COMMAND_ARGUMENT characters, "…" at the end of one that is cut. */
  args: v.array(v.string()),
  /** True when an argument was cut, or arguments were left out: it cannot be sent again as it is. */
  isCut: v.boolean(),
  /** As redis-cli would print it, shortened; null while it is waited for. */
  reply: v.nullable(v.string()),
  /** True when the reply is an error. */
  failed: v.boolean(),
  /** ms until the reply came; null while it is waited for. */
  duration: v.nullable(v.number()),
  /** Which connection of the kernel it went through: 1, 2, … in the order in which they were first used. */
  connection: v.number(),
});
export type SentCommand = v.InferOutput<typeof SentCommand>;

/** Equal commands in sequence: same name, same key, as many arguments, same connection. */
export const CommandRow = v.object({
  count: v.number(),
  /** How many of them were answered with an error. */
  failed: v.number(),
  /** ms, of all that were answered. */
  duration: v.number(),
  /** The first ones, at most MAX_COMMANDS_IN_ROW. */
  commands: v.array(SentCommand),
});
export type CommandRow = v.InferOutput<typeof CommandRow>;
