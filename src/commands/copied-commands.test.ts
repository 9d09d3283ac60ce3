import { describe, expect, it } from 'vitest';
import type { CommandRow, SentCommand } from '../../core/session/command.ts';
import { copiedCommands } from './copied-commands.ts';

function sent(args: string[], more: Partial<SentCommand> = {}): SentCommand {
  return { args, isCut: false, reply: 'OK', failed: false, duration: 1, connection: 1, ...more };
}

function row(commands: SentCommand[], count = commands.length): CommandRow {
  return { count, failed: 0, duration: 1, commands };
}

describe('copiedCommands', () => {
  it('gives one line for each command, in order', () => {
    const rows = [row([sent(['XADD', 'a', '*', 'm', 'x y'])]), row([sent(['XLEN', 'a'])])];
    expect(copiedCommands(rows, 0)).toBe('XADD a * m "x y"\nXLEN a\n');
  });

  it('says above a cut command that it is cut', () => {
    const cut = row([sent(['SET', 'a', 'long…'], { isCut: true })]);
    expect(copiedCommands([cut], 0).split('\n')).toEqual([
      '# The next command is cut: it was longer when it was sent.',
      'SET a long…',
      '',
    ]);
  });

  it('counts what is not kept', () => {
    expect(copiedCommands([row([sent(['PING'])], 1000)], 1)).toBe(
      'PING\n# 999 more of these were sent.\n# 1 more was sent.\n',
    );
  });
});
