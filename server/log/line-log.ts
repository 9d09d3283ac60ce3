import { randomBytes } from 'node:crypto';
import { describeError } from './describe-error.ts';
import type { Format } from './format-record.ts';
import { levelOf } from './level-of.ts';
import type { Log } from './log.ts';
import { LEVELS, type Level, type LogRecord } from './record.ts';
import { Repeats } from './repeats.ts';
import type { ServerEvent } from './server-event.ts';

export interface LineLogOptions {
  format: Format;
  /** The least that is written. */
  level: Level;
  /** Whether errors are told with messages that may quote a learner's text. */
  withText: boolean;
  /** Takes one line, without its end. */
  write(line: string, level: Level): void;
}

/** A log that writes lines. */
export class LineLog implements Log {
  #options: LineLogOptions;
  #repeats = new Repeats();

  constructor(options: LineLogOptions) {
    this.#options = options;
  }

  tell(told: ServerEvent): void {
    const { event, ...fields } = told;
    const level = levelOf(event);
    if (told.event !== 'limit-hit') return this.#write(level, event, fields);
    const unsaid = this.#repeats.next(`${told.limit} ${told.session}`, Date.now());
    if (unsaid !== null) this.#write(level, event, unsaid ? { ...fields, unsaid } : fields);
  }

  info(line: string): void {
    this.#write('info', 'note', { text: line });
  }

  error(what: string, cause?: unknown, session?: string): string {
    const id = randomBytes(3).toString('hex');
    this.#write('error', 'fault', {
      id,
      what,
      ...(session !== undefined && { session }),
      ...(cause !== undefined && describeError(cause, this.#options.withText)),
    });
    return id;
  }

  #write(level: Level, event: string, fields: LogRecord['fields']): void {
    if (LEVELS.indexOf(level) < LEVELS.indexOf(this.#options.level)) return;
    this.#options.write(this.#options.format({ time: new Date(), level, event, fields }), level);
  }
}
