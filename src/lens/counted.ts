const format = new Intl.NumberFormat('en');

/** A number with its noun: `1 entry`, `1,000 entries`. */
export function counted(count: number, one: string, many: string): string {
  return `${format.format(count)} ${count === 1 ? one : many}`;
}
