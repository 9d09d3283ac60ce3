import type { Blocked } from '../../core/session/run.ts';
import { ageText } from './age-text.ts';

/**
 * What a blocked reader waits for, and how long already: `blocked on XREADGROUP stream-a, 3 s of 5 s`.
 * @param now Unix time in ms
 */
export function waitingText({ command, keys, since, timeout }: Blocked, now: number): string {
  const waited = ageText(Math.max(0, now - since));
  const bound =
    timeout === 0 ? `${waited} so far, without a timeout` : `${waited} of ${bounded(timeout)}`;
  const where = keys.length === 0 ? command : `${command} ${keys.join(', ')}`;
  return `blocked on ${where}, ${bound}`;
}

function bounded(timeout: number): string {
  return timeout % 1000 === 0 ? ageText(timeout) : `${timeout} ms`;
}
