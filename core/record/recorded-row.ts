import * as v from 'valibot';
import type { CommandRow, SentCommand } from '../session/command.ts';

const RecordedCommand = v.pipe(
  v.object({
    args: v.array(v.string()),
    isCut: v.optional(v.boolean(), false),
    reply: v.nullable(v.string()),
    failed: v.optional(v.boolean(), false),
    connection: v.optional(v.number(), 1),
  }),
  v.transform((command): SentCommand => ({ ...command, duration: 0 })),
);

/** A row of commands as a file holds it: what is the same in most rows goes without saying. Read, it is a CommandRow. */
export const RecordedRow = v.pipe(
  v.object({
    count: v.optional(v.number(), 1),
    failed: v.optional(v.number(), 0),
    commands: v.array(RecordedCommand),
  }),
  v.transform((row): CommandRow => ({ ...row, duration: 0 })),
);

/** A row as it is written: the counterpart of reading it. */
export function storedRow({
  count,
  failed,
  commands,
}: CommandRow): v.InferInput<typeof RecordedRow> {
  return {
    ...(count !== 1 && { count }),
    ...(failed !== 0 && { failed }),
    commands: commands.map(storedCommand),
  };
}

function storedCommand(command: SentCommand): v.InferInput<typeof RecordedCommand> {
  const { args, reply, isCut, failed, connection } = command;
  return {
    args,
    reply,
    ...(isCut && { isCut }),
    ...(failed && { failed }),
    ...(connection !== 1 && { connection }),
  };
}
