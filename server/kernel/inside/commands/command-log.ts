import {
  MAX_COMMAND_REPLY,
  MAX_COMMAND_ROWS,
  MAX_COMMAND_TEXT,
  MAX_COMMANDS_IN_ROW,
} from '../../../../core/limits/limits.ts';
import type { CommandRow, SentCommand } from '../../../../core/session/command.ts';
import { keepArguments, shortText, type Argument } from './argument-text.ts';
import { foldPositions } from './fold-positions.ts';
import { errorText, replyText, type Statuses } from './reply-text.ts';

/** A row, with what tells whether the next command belongs to it. */
interface Row extends CommandRow {
  index: number;
  /** Positions and texts of the arguments that must be the same; null when nothing can be. */
  same: { at: number; text: string | null }[] | null;
  length: number;
  connection: number;
  isChanged: boolean;
}

/** One command that was sent. */
export interface Ticket {
  row: Row;
  /** Null when it is only counted. */
  command: SentCommand | null;
  /** performance.now() when it was sent. */
  start: number;
  isAnswered: boolean;
}

/** What is set aside for a reply, in characters, so that later commands do not take its place. */
const REPLY_RESERVE = 100;

/** The commands of one run, in rows and within bounds. Pure but for what it is told. */
export class CommandLog {
  /** Commands that are in no row. */
  omitted = 0;
  /** True when something is not told yet. */
  isChanged = false;
  /** The last command whose connection was lost: it may be sent again. */
  lost: { args: readonly Argument[]; ticket: Ticket } | null = null;
  #changed: Row[] = [];
  #last: Row | null = null;
  #rows = 0;
  #room = MAX_COMMAND_TEXT;

  /** A command was sent. @returns null when there is no place for it any more */
  begin(args: readonly Argument[], connection: number, start: number): Ticket | null {
    const row = this.#last;
    if (row && isSame(row, args, connection)) {
      row.count++;
      this.#mark(row);
      if (row.commands.length >= MAX_COMMANDS_IN_ROW || row.commands.length < row.count - 1)
        return { row, command: null, start, isAnswered: false };
      const command = this.#keep(args, connection);
      if (command) row.commands.push(command);
      return { row, command, start, isAnswered: false };
    }
    const command = this.#rows < MAX_COMMAND_ROWS ? this.#keep(args, connection) : null;
    if (!command) {
      this.#last = null;
      this.omitted++;
      this.isChanged = true;
      return null;
    }
    const begun = newRow(this.#rows++, args, connection, command);
    this.#last = begun;
    this.#mark(begun);
    return { row: begun, command, start, isAnswered: false };
  }

  /** A command that is only counted was answered. */
  count(ticket: Ticket, now: number): void {
    ticket.isAnswered = true;
    ticket.row.duration += now - ticket.start;
    this.#mark(ticket.row);
  }

  /** A command was answered with this. */
  answer(ticket: Ticket, now: number, reply: unknown, statuses: Statuses): void {
    this.#end(ticket, now, false, (limit) => replyText(reply, limit, statuses));
  }

  /** A command was answered with an error. */
  fail(ticket: Ticket, now: number, message: string): void {
    ticket.row.failed++;
    this.#end(ticket, now, true, (limit) => replyText(errorText(message), limit, true));
  }

  /** The rows that have changed since they were taken last. */
  take(): { index: number; row: CommandRow }[] {
    const rows = this.#changed;
    this.#changed = [];
    this.isChanged = false;
    return rows.map((row) => {
      row.isChanged = false;
      const { index, count, failed, duration, commands } = row;
      return { index, row: { count, failed, duration: tenths(duration), commands } };
    });
  }

  #end(ticket: Ticket, now: number, failed: boolean, text: (limit: number) => string): void {
    const { command, start } = ticket;
    this.count(ticket, now);
    if (!command) return;
    const limit = Math.min(MAX_COMMAND_REPLY, REPLY_RESERVE + Math.max(0, this.#room));
    command.reply = text(limit);
    command.failed = failed;
    command.duration = tenths(now - start);
    this.#room += REPLY_RESERVE - command.reply.length;
  }

  #keep(args: readonly Argument[], connection: number): SentCommand | null {
    const { args: kept, isCut, size } = keepArguments(args);
    if (size + REPLY_RESERVE > this.#room) return null;
    this.#room -= size + REPLY_RESERVE;
    return { args: kept, isCut, reply: null, failed: false, duration: null, connection };
  }

  #mark(row: Row): void {
    if (row.isChanged) return;
    row.isChanged = true;
    this.isChanged = true;
    this.#changed.push(row);
  }
}

function newRow(
  index: number,
  args: readonly Argument[],
  connection: number,
  command: SentCommand,
): Row {
  return {
    index,
    count: 1,
    failed: 0,
    duration: 0,
    commands: [command],
    same: samePositions(args),
    length: args.length,
    connection,
    isChanged: false,
  };
}

function samePositions(args: readonly Argument[]): Row['same'] {
  const positions = foldPositions(args)
    .filter((at) => at < args.length)
    .map((at) => ({ at, text: shortText(args[at]) }));
  return positions.some(({ text }) => text === null) ? null : positions;
}

function isSame(row: Row, args: readonly Argument[], connection: number): boolean {
  if (row.length !== args.length || row.connection !== connection || !row.same) return false;
  for (const { at, text } of row.same) {
    const arg = args[at];
    if (arg !== text && (typeof arg === 'string' || shortText(arg) !== text)) return false;
  }
  return true;
}

function tenths(ms: number): number {
  return Math.round(ms * 10) / 10;
}
