/** What a cell finds without importing it, besides the language itself. */

/** Prints below the cell. */
declare const console: {
  /** Prints values below the cell, in a line. */
  log(...values: unknown[]): void;
  info(...values: unknown[]): void;
  debug(...values: unknown[]): void;
  /** Prints values as a warning. */
  warn(...values: unknown[]): void;
  /** Prints values as an error. */
  error(...values: unknown[]): void;
  /** Prints values as an error, with the calls that led here. */
  trace(...values: unknown[]): void;
  /** Prints an object with all its properties. */
  dir(value: unknown, options?: { depth?: number | null; showHidden?: boolean }): void;
  /** Prints a list of objects as a table. */
  table(rows: unknown, columns?: string[]): void;
  /** Prints values when the condition does not hold. */
  assert(condition?: unknown, ...values: unknown[]): void;
  /** Prints how often it was called with this label. */
  count(label?: string): void;
  countReset(label?: string): void;
  /** Indents what is printed from now on. */
  group(...values: unknown[]): void;
  groupCollapsed(...values: unknown[]): void;
  groupEnd(): void;
  /** Starts a clock, which `timeEnd` reads. */
  time(label?: string): void;
  /** Prints the time since `time`. */
  timeLog(label?: string, ...values: unknown[]): void;
  timeEnd(label?: string): void;
  clear(): void;
};

interface Timer {
  ref(): this;
  unref(): this;
  hasRef(): boolean;
  refresh(): this;
  [Symbol.toPrimitive](): number;
  [Symbol.dispose](): void;
}

/** Calls a function once, after a time in milliseconds. */
declare function setTimeout(callback: (value: undefined) => void, milliseconds?: number): Timer;
/** Calls a function once, after a time in milliseconds, with the values that follow. */
declare function setTimeout<A extends unknown[]>(
  callback: (...args: A) => void,
  milliseconds?: number,
  ...args: A
): Timer;
/** Calls a function again and again, every so many milliseconds, until `clearInterval`. */
declare function setInterval(callback: (value: undefined) => void, milliseconds?: number): Timer;
/** Calls a function again and again, every so many milliseconds, with the values that follow. */
declare function setInterval<A extends unknown[]>(
  callback: (...args: A) => void,
  milliseconds?: number,
  ...args: A
): Timer;
/** Calls a function when what has arrived already is done with. */
declare function setImmediate(callback: (value: undefined) => void): Timer;
/** Calls a function when what has arrived already is done with, with the values that follow. */
declare function setImmediate<A extends unknown[]>(
  callback: (...args: A) => void,
  ...args: A
): Timer;
declare function clearTimeout(timer?: Timer | number | null): void;
declare function clearInterval(timer?: Timer | number | null): void;
declare function clearImmediate(timer?: Timer | number | null): void;
/** Calls a function as soon as the code that runs now is done. */
declare function queueMicrotask(callback: () => void): void;
/** A copy of a value with all that it holds. */
declare function structuredClone<T>(value: T, options?: { transfer?: unknown[] }): T;
/** A text of which each character is a byte, in base64. */
declare function btoa(bytes: string): string;
/** What `btoa` was given. */
declare function atob(base64: string): string;
/** Prints an error that nobody has caught. */
declare function reportError(error: unknown): void;

declare const performance: {
  /** Milliseconds since the kernel was started, with fractions. */
  now(): number;
  /** When the kernel was started, in milliseconds since 1970. */
  readonly timeOrigin: number;
  mark(name: string): { readonly startTime: number };
  measure(name: string, start?: string, end?: string): { readonly duration: number };
};

declare const crypto: {
  /** A random UUID. */
  randomUUID(): `${string}-${string}-${string}-${string}-${string}`;
  /** Fills an array with random bytes. */
  getRandomValues<T extends ArrayBufferView>(array: T): T;
  readonly subtle: {
    digest(algorithm: string, data: ArrayBufferView | ArrayBuffer): Promise<ArrayBuffer>;
  };
};

declare const process: {
  readonly env: Record<string, string | undefined>;
  readonly argv: string[];
  readonly pid: number;
  readonly platform: string;
  readonly version: string;
  readonly versions: Record<string, string>;
  readonly hrtime: {
    (since?: [number, number]): [number, number];
    bigint(): bigint;
  };
  cwd(): string;
  uptime(): number;
  memoryUsage(): { rss: number; heapTotal: number; heapUsed: number; external: number };
  nextTick<A extends unknown[]>(callback: (...args: A) => void, ...args: A): void;
  on(event: string, listener: (...args: unknown[]) => void): unknown;
  off(event: string, listener: (...args: unknown[]) => void): unknown;
};

declare const Deno: { readonly version: Record<string, string>; readonly [name: string]: unknown };
declare const navigator: { readonly userAgent: string; readonly hardwareConcurrency: number };

declare namespace NodeJS {
  type Timeout = Timer;
  type Immediate = Timer;
  type ErrnoException = Error & { code?: string; errno?: number; syscall?: string; path?: string };
}
