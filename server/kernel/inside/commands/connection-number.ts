const numbers = new WeakMap<object, number>();
let last = 0;

/**
 * The number of a connection: 1, 2, … in the order in which they were first used in this kernel.
 * @param queue the queue of a client, which all its proxies share; a client keeps it when it connects again
 */
export function connectionNumber(queue: object): number {
  let number = numbers.get(queue);
  if (number === undefined) {
    number = ++last;
    numbers.set(queue, number);
  }
  return number;
}
