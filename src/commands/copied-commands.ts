import { toRedisCli } from '../../core/session/redis-cli.ts';
import type { CommandRow, SentCommand } from '../../core/session/command.ts';

/** A command as a line for redis-cli; one that is cut stands under a line that says so. */
export function copiedCommand({ args, isCut }: SentCommand): string {
  const line = toRedisCli(args);
  return isCut ? `# The next command is cut: it was longer when it was sent.\n${line}` : line;
}

/** All commands of a run as lines for redis-cli; what is not kept is counted in a comment. */
export function copiedCommands(rows: readonly CommandRow[], omitted: number): string {
  const lines = rows.flatMap(copiedRow);
  if (omitted > 0) lines.push(left(omitted, 'more'));
  return lines.map((line) => `${line}\n`).join('');
}

function copiedRow({ count, commands }: CommandRow): string[] {
  const lines = commands.map(copiedCommand);
  const rest = count - commands.length;
  return rest > 0 ? [...lines, left(rest, 'more of these')] : lines;
}

function left(count: number, which: string): string {
  const number = count.toLocaleString('en');
  return count === 1 ? `# ${number} ${which} was sent.` : `# ${number} ${which} were sent.`;
}
