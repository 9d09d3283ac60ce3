import { describe, expect, it } from 'vitest';
import {
  MAX_COMMAND_REPLY,
  MAX_COMMAND_ROWS,
  MAX_COMMAND_TEXT,
  MAX_COMMANDS_IN_ROW,
} from '../../../../core/limits/limits.ts';
import { CommandLog } from './command-log.ts';

describe('CommandLog', () => {
  it('folds equal commands and keeps the first ones', () => {
    const log = new CommandLog();
    for (let n = 0; n < 25; n++) {
      const ticket = log.begin(['XADD', 's', '*', 'n', String(n)], 1, n);
      if (ticket) log.answer(ticket, n + 0.5, `${n}-0`, false);
    }
    const [first, ...others] = log.take();
    expect(others).toEqual([]);
    expect(first).toMatchObject({ index: 0, row: { count: 25, failed: 0, duration: 12.5 } });
    expect(first?.row.commands).toHaveLength(MAX_COMMANDS_IN_ROW);
  });

  it('counts errors and gives them as replies', () => {
    const log = new CommandLog();
    const ticket = log.begin(['GET', 'k'], 1, 0);
    if (ticket) log.fail(ticket, 1, 'ERR no');
    expect(log.take()).toMatchObject([
      { row: { count: 1, failed: 1, commands: [{ reply: '(error) ERR no', failed: true }] } },
    ]);
  });

  it('gives only rows that have changed since', () => {
    const log = new CommandLog();
    const first = log.begin(['GET', 'a'], 1, 0);
    log.begin(['GET', 'b'], 1, 0);
    expect(log.take().map(({ index }) => index)).toEqual([0, 1]);
    expect(log.isChanged).toBe(false);
    if (first) log.answer(first, 1, 'x', false);
    expect(log.take()).toMatchObject([{ index: 0, row: { commands: [{ reply: '"x"' }] } }]);
  });

  it('never folds commands whose keys are too long to compare', () => {
    const log = new CommandLog();
    const key = 'k'.repeat(1000);
    log.begin(['GET', key], 1, 0);
    log.begin(['GET', key], 1, 0);
    expect(log.take()).toHaveLength(2);
  });

  it('folds commands whose keys are bytes', () => {
    const log = new CommandLog();
    log.begin(['GET', Buffer.from('k')], 1, 0);
    log.begin(['GET', 'k'], 1, 0);
    expect(log.take()).toMatchObject([{ row: { count: 2 } }]);
  });

  it('counts what has no place any more', () => {
    const log = new CommandLog();
    for (let n = 0; n < MAX_COMMAND_ROWS + 7; n++) log.begin(['GET', `k${n}`], 1, 0);
    // Equal to the last row, but not in sequence with it.
    log.begin(['GET', `k${MAX_COMMAND_ROWS - 1}`], 1, 0);
    expect(log.take()).toHaveLength(MAX_COMMAND_ROWS);
    expect(log.omitted).toBe(8);
  });

  it('keeps its text within the bound, whatever the replies are', () => {
    const log = new CommandLog();
    const tickets = Array.from({ length: 99 }, (_, n) =>
      log.begin(['GET', `${n}`.repeat(90)], 1, 0),
    );
    for (const ticket of tickets) if (ticket) log.answer(ticket, 1, 'r'.repeat(1000), false);
    const commands = log.take().flatMap(({ row }) => row.commands);
    const texts = commands.flatMap(({ args, reply }) => [...args, reply ?? '']);
    expect(texts.join('').length).toBeLessThanOrEqual(MAX_COMMAND_TEXT);
    expect(commands[0]?.reply).toHaveLength(MAX_COMMAND_REPLY);
    expect(commands.length + log.omitted).toBe(99);
  });
});
