/** Throws a RangeError unless the option is absent or a whole number from `minimum` on. */
export function checkWhole(name: string, value: number | undefined, minimum: number): void {
  if (value === undefined) return;
  if (!Number.isInteger(value) || value < minimum) {
    throw new RangeError(`${name} must be a whole number of at least ${minimum}, not ${value}.`);
  }
}
