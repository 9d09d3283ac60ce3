import type { ChangeLine } from '../lens/change-line.ts';
import type { CommandRow, SentCommand } from '../session/command.ts';
import type { Output, Run } from '../session/run.ts';
import type { ShownValues } from '../value/shown-values.ts';
import { maskValue } from './mask-value.ts';
import { Scan, type IdleTimes } from './scan.ts';
import type { Timeline } from './timeline.ts';

/** How much of the end of a cut reply is left out, in characters: ids before it may differ in length. */
const LOOSE_END = 60;

/** What a run showed and did, without what is volatile in it. Durations are 0. */
export function maskRun(
  { outputs, commands, changes }: Pick<Run, 'outputs' | 'commands' | 'changes'>,
  timeline: Timeline,
  idle: IdleTimes,
): Pick<Run, 'outputs' | 'commands' | 'changes'> {
  const stream = lastKey(commands, timeline);
  return {
    outputs: outputs.map((output) => maskOutput(output, new Scan(timeline, idle, { stream }))),
    commands: commands.map((row) => maskRow(row, timeline, idle)),
    changes: changes.map((line) => maskChange(line, timeline, idle)),
  };
}

/** The stream that a run had to do with last: most often what it shows is of that one. */
function lastKey(rows: readonly CommandRow[], { keys }: Timeline): string | null {
  const args = rows.flatMap(({ commands }) => commands).flatMap((command) => command.args);
  return args.findLast((arg) => keys.includes(arg)) ?? null;
}

function maskOutput(output: Output, scan: Scan): Output {
  switch (output.kind) {
    case 'text':
    case 'value':
      return { ...output, text: scan.text(output.text), ...maskValues(output.values, scan) };
    case 'error':
      return { ...output, message: scan.text(output.message), stack: scan.text(output.stack) };
    case 'notice':
      return { ...output, text: scan.text(output.text) };
  }
}

function maskValues(values: ShownValues, scan: Scan): { values?: ShownValues } {
  return values ? { values: values.map((value) => maskValue(value, scan)) } : {};
}

function maskRow(row: CommandRow, timeline: Timeline, idle: IdleTimes): CommandRow {
  const commands = row.commands.map((command) => maskCommand(command, timeline, idle));
  return { ...row, duration: 0, commands };
}

function maskCommand(command: SentCommand, timeline: Timeline, idle: IdleTimes): SentCommand {
  const { args, reply } = command;
  const scan = new Scan(timeline, idle, { rows: args[0] === 'XPENDING' && args.length > 3 });
  const masked = args.map((arg) => scan.text(arg));
  return { ...command, args: masked, reply: maskReply(reply, scan), duration: 0 };
}

function maskReply(reply: string | null, scan: Scan): string | null {
  if (reply === null) return null;
  if (!reply.endsWith('…')) return scan.text(reply);
  return `${scan.text(reply).slice(0, Math.max(0, reply.length - LOOSE_END))}…`;
}

function maskChange(line: ChangeLine, timeline: Timeline, idle: IdleTimes): ChangeLine {
  const { stream, ids, text } = line;
  return {
    ...line,
    text: new Scan(timeline, idle, { stream }).text(text),
    ids: ids.map((id) => timeline.id(id, stream)),
  };
}
