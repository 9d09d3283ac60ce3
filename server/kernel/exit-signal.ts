import os from 'node:os';

/** What is added to the number of a signal by a program that tells how the one inside has ended. */
const BY_SIGNAL = 128;

/** The signal that has ended a process, or the one inside it; null when there was none. */
export function exitSignal(code: number | null, signal: string | null): string | null {
  if (signal !== null || code === null) return signal;
  const known = Object.entries(os.constants.signals);
  return known.find(([, number]) => number === code - BY_SIGNAL)?.[0] ?? null;
}
