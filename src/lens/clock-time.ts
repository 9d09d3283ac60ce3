const format = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
});

/** A Unix time in ms as the clock on the learner's wall, to the millisecond: `14:03:12.345`. */
export function clockTime(at: number): string {
  return format.format(at);
}
