import { inspect } from 'node:util';

/** Whether a promise is settled, which the language itself does not tell. */
export function promiseState(promise: Promise<unknown>): 'pending' | 'fulfilled' | 'rejected' {
  const text = inspect(promise, { depth: 0, customInspect: false, maxStringLength: 1 });
  if (text.includes('<pending>')) return 'pending';
  return text.includes('<rejected>') ? 'rejected' : 'fulfilled';
}
