import { freePort } from '../../server/redis/free-port.ts';

/** Other programs take ports all the time: so many of them in a row would be no accident. */
const TRIES = 5;

/** What Redis and nginx say of a port that another program has. */
export const IS_TAKEN = /address already in use/i;

/**
 * Starts a program that is told its ports. One that was free a moment ago may be taken when the program
 * opens it, by a connection of any test beside this one: then it gets others.
 * @param count how many ports it needs
 * @param start gives null when one of them is taken
 */
export async function onFreePorts<T>(
  count: number,
  start: (...ports: number[]) => Promise<T | null>,
): Promise<T> {
  for (let tries = 0; tries < TRIES; tries++) {
    const ports = await Promise.all(Array.from({ length: count }, freePort));
    const started = await start(...ports);
    if (started !== null) return started;
  }
  throw new Error(`It found its ports taken ${TRIES} times in a row.`);
}
