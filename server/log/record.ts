export const LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type Level = (typeof LEVELS)[number];

/** One line of the log, before it is written in one form or another. */
export interface LogRecord {
  time: Date;
  level: Level;
  event: string;
  fields: Readonly<Record<string, string | number | null>>;
}
