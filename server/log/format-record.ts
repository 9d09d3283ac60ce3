import type { LogRecord } from './record.ts';

/** A form in which the log is written, without the end of the line. */
export type Format = (record: LogRecord) => string;

/** For programs: one JSON object, its time in UTC. */
export const asJson: Format = ({ time, level, event, fields }) =>
  JSON.stringify({ time: time.toISOString(), level, event, ...fields });

/** For people: `16:30:12 warn  limit-hit limit=sessions`, its time that of this machine. */
export const asText: Format = ({ time, level, event, fields }) => {
  // Words for whoever has just started the server stand alone.
  if (event === 'note') return String(fields['text']);
  const clock = [time.getHours(), time.getMinutes(), time.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
  const pairs = Object.entries(fields).map(([name, value]) => `${name}=${valueText(value)}`);
  return [clock, level.padEnd(5), event, ...pairs].join(' ');
};

/** Quoted when it would not be one word: a line break in it must not begin another line. */
function valueText(value: string | number | null): string {
  if (typeof value !== 'string') return String(value);
  return /^[\w.:/@+,[\]-]+$/.test(value) ? value : JSON.stringify(value);
}
