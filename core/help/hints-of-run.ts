import type { SentCommand } from '../session/command.ts';
import type { Run } from '../session/run.ts';
import type { Help } from './help.ts';
import { readCommand } from './read-command.ts';

/** A command that took so long (ms) behind a blocking one on its connection has waited for it. */
const WAITED_MS = 300;

/**
 * What helps somebody whose run did something else than they may think, although nothing of it is an
 * error, or the error does not say why. Each mistake is told once.
 */
export function hintsOfRun({ outputs, commands }: Pick<Run, 'outputs' | 'commands'>): Help[] {
  const sent = commands.flatMap((row) => row.commands);
  const errors = outputs.flatMap((output) => (output.kind === 'error' ? [output.message] : []));
  const hints = [
    showsPromise(outputs) ? MISSING_AWAIT : null,
    sent.some(isDeafRead) ? READ_DOLLAR : null,
    errors.some((message) => message.endsWith('is not iterable')) && sent.some(findsNothing)
      ? NULL_REPLY
      : null,
    deletedPending(errors, sent) ?? (readsOnlyHistory(sent) ? HISTORY_READ : null),
    waitedBehind(sent),
  ];
  return hints.filter((hint) => hint !== null);
}

const MISSING_AWAIT: Help = {
  topic: 'missing-await',
  text: 'This shows a promise, not what it brings: write await in front of the call.',
};

const READ_DOLLAR: Help = {
  topic: 'read-dollar',
  text: 'A read from $ wants what comes after it, and without block it does not wait for that, so it always finds nothing. Give it block, or the last id that you have seen.',
};

const NULL_REPLY: Help = {
  topic: 'null-reply',
  text: 'The read found nothing, and node-redis gives null for that: look before you use it, or write ?? [] after the call.',
};

const HISTORY_READ: Help = {
  topic: 'history-read',
  text: 'A group read with an id in place of > gives the consumer its own pending entries again, and never a new one; it holds none. New entries come with >.',
};

const DELETED_PENDING: Help = {
  topic: 'deleted-pending',
  text: 'The history of this consumer holds an entry that has been deleted from the stream: Redis tells its id with null in place of its fields, and node-redis cannot read that. Acknowledge the id, or read the history with the library.',
};

function showsPromise(outputs: Run['outputs']): boolean {
  return outputs.some(
    (output) =>
      (output.kind === 'value' && output.text.startsWith('Promise {')) ||
      (output.kind === 'text' && output.text.includes('Promise { <pending> }')),
  );
}

/** XREAD from $ that does not wait. */
function isDeafRead({ args, failed }: SentCommand): boolean {
  const read = readCommand(args);
  return read?.name === 'XREAD' && !read.blocks && !failed && read.ids.every((id) => id === '$');
}

function findsNothing({ args, reply, failed }: SentCommand): boolean {
  return readCommand(args) !== null && !failed && reply === '(nil)';
}

function isHistory({ args, failed }: SentCommand): boolean {
  const read = readCommand(args);
  return read?.name === 'XREADGROUP' && !failed && !read.ids.includes('>');
}

/** A worker that reads its history first, and then what is new, knows what it does. */
function readsOnlyHistory(sent: readonly SentCommand[]): boolean {
  return (
    sent.some(isEmptyHistory) && !sent.some(({ args }) => readCommand(args)?.ids.includes('>'))
  );
}

/** One that gets nothing but the names of its streams. */
function isEmptyHistory(command: SentCommand): boolean {
  if (!isHistory(command) || command.reply === null) return false;
  return /\(empty/.test(command.reply) && !/\d-\d/.test(command.reply);
}

function deletedPending(errors: readonly string[], sent: readonly SentCommand[]): Help | null {
  const isNull = errors.some((message) => /properties of null \(reading 'length'\)/.test(message));
  const isRead = sent.some((command) => isHistory(command) && /\(nil\)/.test(command.reply ?? ''));
  return isNull && isRead ? DELETED_PENDING : null;
}

function waitedBehind(sent: readonly SentCommand[]): Help | null {
  for (const [at, { args, connection, duration }] of sent.entries()) {
    if (readCommand(args)?.blocks || (duration ?? 0) < WAITED_MS) continue;
    const before = sent
      .slice(0, at)
      .find((one) => one.connection === connection && readCommand(one.args)?.blocks);
    if (before) return blockedClient(args[0] ?? '', before.args[0] ?? '', duration ?? 0);
  }
  return null;
}

function blockedClient(command: string, blocking: string, duration: number): Help {
  return {
    topic: 'blocked-client',
    text: `${command} took ${Math.round(duration).toLocaleString('en')} ms, because it waited behind the blocking ${blocking} on the same connection: give a blocking read a connection of its own, with client.duplicate().`,
  };
}
