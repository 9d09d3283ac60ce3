import * as redis from 'redis';
import type { RunContext } from '../run-context.ts';
import type { Argument } from './argument-text.ts';
import type { Ticket } from './command-log.ts';
import { connectionNumber } from './connection-number.ts';
import { unflattened } from './flat-map.ts';
import type { Statuses } from './reply-text.ts';
import { answersStatus } from './status-reply.ts';
import { tellAnswer, tellSoon } from './tell-commands.ts';

const now = performance.now.bind(performance);

/** What node-redis can send; it refuses anything else when it writes. */
export function isSendable(args: unknown): args is readonly Argument[] {
  if (!Array.isArray(args)) return false;
  for (let at = 0; at < args.length; at++) {
    const arg: unknown = args[at];
    if (typeof arg !== 'string' && !(arg instanceof Uint8Array)) return false;
  }
  return true;
}

/** Notes that a run has put a command into a queue. @returns null when it is only counted as omitted */
export function sent(run: RunContext, queue: object, args: readonly Argument[]): Ticket | null {
  const { commands } = run;
  const again = commands.lost?.args === args ? commands.lost.ticket : null;
  commands.lost = null;
  const ticket = again ?? commands.begin(args, connectionNumber(queue), now());
  tellSoon(run);
  return ticket;
}

/** Notes a reply. What comes after Stop belongs to nobody: the cell never sees it. */
export function answered(
  run: RunContext,
  ticket: Ticket | null,
  reply: unknown,
  statuses?: Statuses,
): void {
  if (!ticket || ticket.isAnswered || run.cancelled) return;
  const { commands } = run;
  const { command } = ticket;
  const at = now();
  if (reply instanceof Error) commands.fail(ticket, at, reply.message);
  else if (!command) commands.count(ticket, at);
  else {
    const shown = unflattened(command.args, reply);
    commands.answer(ticket, at, shown, statuses ?? answersStatus(command.args, reply));
  }
  tellAnswer(run, at);
}

/** Notes an error: of the server, or one that says that there will be no reply, such as a lost connection. */
export function rejected(
  run: RunContext,
  ticket: Ticket | null,
  args: readonly Argument[],
  error: unknown,
): void {
  if (!ticket) return;
  if (error instanceof redis.ErrorReply) answered(run, ticket, error);
  else run.commands.lost = { args, ticket };
}

/** Notes a command, and its reply when it comes. */
export function follow(
  run: RunContext,
  queue: object,
  args: readonly Argument[],
  replied: Promise<unknown>,
): void {
  const ticket = sent(run, queue, args);
  if (!ticket) return;
  replied.then(
    (reply) => answered(run, ticket, reply),
    (error: unknown) => rejected(run, ticket, args, error),
  );
}
