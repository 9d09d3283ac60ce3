import type { RunContext } from '../run-context.ts';
import type { Argument } from './argument-text.ts';
import type { Ticket } from './command-log.ts';
import { answered, rejected, sent } from './follow.ts';
import { answersStatus } from './status-reply.ts';

/** The commands between MULTI and EXEC of one `multi().exec()`; EXEC brings their replies. */
export class Transaction {
  readonly #run: RunContext;
  readonly #queue: object;
  readonly #tickets: (Ticket | null)[] = [];

  constructor(run: RunContext, queue: object) {
    this.#run = run;
    this.#queue = queue;
  }

  /** @param replied "QUEUED", or why the command was refused */
  add(args: readonly Argument[], replied: Promise<unknown>): void {
    const ticket = sent(this.#run, this.#queue, args);
    this.#tickets.push(ticket);
    if (ticket)
      replied.then(undefined, (error: unknown) => rejected(this.#run, ticket, args, error));
  }

  exec(args: readonly Argument[], replied: Promise<unknown>): void {
    const ticket = sent(this.#run, this.#queue, args);
    replied.then(
      (replies) => answered(this.#run, ticket, replies, this.#spread(replies)),
      (error: unknown) => {
        this.#spread(null);
        rejected(this.#run, ticket, args, error);
      },
    );
  }

  /** Gives each command its reply. @returns which of the replies are statuses */
  #spread(replies: unknown): boolean[] {
    return this.#tickets.map((ticket, at) => {
      // EXEC that was refused, or found a watched key changed, leaves the commands as they were.
      const reply: unknown = Array.isArray(replies) ? replies[at] : 'QUEUED';
      const isStatus = !Array.isArray(replies) || answersStatus(ticket?.command?.args ?? [], reply);
      answered(this.#run, ticket, reply, isStatus);
      return isStatus;
    });
  }
}
