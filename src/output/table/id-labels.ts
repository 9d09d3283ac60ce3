import { utcText } from '../../lens/entry-time.ts';

/** Times from 1973 to 2100 in ms: ids with other numbers were chosen by somebody, and are no times. */
const EARLIEST = 1e11;
const LATEST = 4.1e12;

/** How an entry id is written in a table. */
export interface IdLabel {
  /** Its time, or its first number. */
  time: string;
  /** `-0` */
  sequence: string;
}

/** Short labels for the ids of one table. */
export interface IdLabels {
  label(id: string): IdLabel;
  /** Which times they are, with the day that all of them share; null when none is a time. */
  zone: string | null;
}

/**
 * Ids as times in UTC: only the time of the day when all are of one day, without milliseconds when
 * none has any. An id that is no time is written as it is.
 */
export function idLabels(ids: readonly string[]): IdLabels {
  const times = ids.map(timeOf).filter((time) => time !== null);
  const days = new Set(times.map((time) => utcText(time).slice(0, 10)));
  const [only] = days;
  const day = days.size === 1 && only !== undefined ? only : null;
  const hasMilliseconds = times.some((time) => time.getTime() % 1000 !== 0);
  return {
    zone: times.length === 0 ? null : day === null ? 'times in UTC' : `times of ${day}, UTC`,
    label(id) {
      const time = timeOf(id);
      const dash = id.lastIndexOf('-');
      const sequence = id.slice(dash);
      if (time === null) return { time: id.slice(0, dash), sequence };
      const text = utcText(time).slice(day === null ? 0 : 11, hasMilliseconds ? 23 : 19);
      return { time: text, sequence };
    },
  };
}

function timeOf(id: string): Date | null {
  const milliseconds = Number(id.slice(0, id.lastIndexOf('-')));
  return milliseconds >= EARLIEST && milliseconds <= LATEST ? new Date(milliseconds) : null;
}
