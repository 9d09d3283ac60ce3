import type { Dialect } from '../../core/lesson/lesson.ts';
import type { Recording } from '../../core/record/recording.ts';
import { hashSource } from '../../core/session/hash-source.ts';
import { copiedCommands } from '../commands/copied-commands.ts';
import { countCommands } from '../commands/count-commands.ts';

/** The commands of a cell as text. */
export interface CliText {
  /** Lines for redis-cli; what is not listed is counted in a comment. */
  lines: string;
  /** How many commands they stand for. */
  count: number;
}

/**
 * What a cell of the lessons amounts to in redis-cli, from its recording; null when that sent nothing,
 * or was made of another text.
 */
export function cliText(
  recording: Recording | null,
  dialect: Dialect,
  { slug, code }: { slug: string; code: string },
): CliText | null {
  const recorded = recording?.dialects[dialect].find(({ cell }) => cell === slug);
  if (recorded === undefined || recorded.sourceHash !== hashSource(code)) return null;
  const { commands, commandsOmitted } = recorded;
  const count = countCommands(commands, commandsOmitted);
  return count === 0 ? null : { lines: copiedCommands(commands, commandsOmitted), count };
}
