/** The time that is in an entry id; null when it is beyond what a Date can hold. */
export function entryTime(id: string): Date | null {
  const date = new Date(Number(id.slice(0, id.lastIndexOf('-'))));
  return Number.isNaN(date.getTime()) ? null : date;
}

/** A time as it is the same everywhere: `2018-01-01 00:00:00.000 UTC`. */
export function utcText(date: Date): string {
  return date.toISOString().replace('T', ' ').replace('Z', ' UTC');
}

/** The time of day of a Unix time in ms: `14:03:12.345 UTC`. */
export function utcClock(at: number): string {
  return utcText(new Date(at)).slice(11);
}
