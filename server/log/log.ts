/** Where the server writes what it does: one line an event, for whoever runs it. */
export interface Log {
  info(line: string): void;
  /** Something that is our fault; the learner is told that their work is safe. */
  error(line: string, cause?: unknown): void;
}

/** The server's log on standard output and standard error. */
export const consoleLog: Log = {
  info: (line) => console.log(line),
  error: (line, cause) => {
    const reason = cause instanceof Error ? (cause.stack ?? cause.message) : cause;
    console.error(reason === undefined ? line : `${line}: ${String(reason)}`);
  },
};

/** Says nothing: for tests that provoke errors on purpose. */
export const silentLog: Log = { info: () => undefined, error: () => undefined };
