import * as redis from 'redis';
import { currentRun, type RunContext } from '../run-context.ts';
import type { Argument } from './argument-text.ts';
import { follow, isSendable } from './follow.ts';
import { wrapMethod } from './method.ts';
import { recordSubscriptions } from './record-subscriptions.ts';
import { currentBatch, currentSender, type Batch } from './sender.ts';
import { Transaction } from './transaction.ts';

/**
 * Records what is put into the queues of clients, which every command passes on its way to the
 * connection, under the run that asked for it. What a client does by itself, such as logging in,
 * belongs to no run.
 */
export function recordCommands(): void {
  const queue = queuePrototype();
  wrapMethod(
    queue,
    'addCommand',
    (addCommand) =>
      function (args, options) {
        const replied = addCommand.call(this, args, options);
        const sender = currentSender();
        const run = sender === undefined ? currentRun() : sender;
        try {
          if (run && replied instanceof Promise && isSendable(args)) {
            const batch = currentBatch();
            if (batch) inTransaction(batch, run, this, args, replied);
            else follow(run, this, args, replied);
          }
        } catch {
          // A cell that has bent what we build on loses the record, not the command.
        }
        return replied;
      },
  );
  for (const [name, command] of [
    ['monitor', 'MONITOR'],
    ['reset', 'RESET'],
  ] as const) {
    wrapMethod(
      queue,
      name,
      (original) =>
        function (...args) {
          const replied = original.call(this, ...args);
          const run = currentSender() ?? currentRun();
          if (run && replied instanceof Promise) follow(run, this, [command], replied);
          return replied;
        },
    );
  }
  recordSubscriptions(queue);
}

/** `_executeMulti` puts MULTI, the commands and EXEC into the queue at once. */
function inTransaction(
  batch: Batch,
  run: RunContext,
  queue: object,
  args: readonly Argument[],
  replied: Promise<unknown>,
): void {
  if (!batch.transaction) {
    batch.transaction = new Transaction(run, queue);
    follow(run, queue, args, replied);
  } else if (args[0] === 'EXEC' && args.length === 1) batch.transaction.exec(args, replied);
  else batch.transaction.add(args, replied);
}

/** The class of queues is not exported: it is found through a client that never connects. */
function queuePrototype(): object {
  const queue = redis.createClient()._getQueue();
  const prototype: unknown = Reflect.getPrototypeOf(queue);
  if (typeof prototype !== 'object' || prototype === null)
    throw new Error('node-redis has no queue of commands any more');
  return prototype;
}
