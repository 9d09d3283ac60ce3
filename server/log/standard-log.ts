import { asJson, asText } from './format-record.ts';
import { LineLog } from './line-log.ts';
import type { Log } from './log.ts';
import { LEVELS, type Level } from './record.ts';

/**
 * The server's log on standard output, and from warnings on, on standard error. STREAMBOOK_LOG: `text`
 * or `json`; STREAMBOOK_LOG_LEVEL: the least that is written; STREAMBOOK_LOG_MESSAGES=1: messages of
 * errors too that may quote a learner's text.
 * @throws Error naming the variable whose value is none of these
 */
export function standardLog(env: Readonly<Record<string, string | undefined>>): Log {
  const form = oneOf(env, 'STREAMBOOK_LOG', ['text', 'json'], 'text');
  // Whoever read it may be gone, or its disk full: no reason for the server to end.
  for (const stream of [process.stdout, process.stderr]) {
    stream.off('error', ignore);
    stream.on('error', ignore);
  }
  return new LineLog({
    format: form === 'json' ? asJson : asText,
    level: oneOf<Level>(env, 'STREAMBOOK_LOG_LEVEL', LEVELS, 'info'),
    withText: oneOf(env, 'STREAMBOOK_LOG_MESSAGES', ['0', '1'], '0') === '1',
    write(line, level) {
      const stream = level === 'warn' || level === 'error' ? process.stderr : process.stdout;
      stream.write(`${line}\n`);
    },
  });
}

function ignore(): void {}

function oneOf<T extends string>(
  env: Readonly<Record<string, string | undefined>>,
  name: string,
  values: readonly T[],
  fallback: T,
): T {
  const text = env[name] || fallback;
  const found = values.find((value) => value === text);
  if (found === undefined)
    throw new Error(`${name} must be ${values.join(' or ')}, not "${text}".`);
  return found;
}
