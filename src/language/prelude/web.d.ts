/** Parts of the web's own interfaces that the kernel has. */

interface EventListenerOptions {
  once?: boolean;
  capture?: boolean;
  passive?: boolean;
  signal?: AbortSignal;
}

declare class Event {
  constructor(type: string, options?: { bubbles?: boolean; cancelable?: boolean });
  readonly type: string;
  readonly target: EventTarget | null;
  readonly timeStamp: number;
  readonly defaultPrevented: boolean;
  preventDefault(): void;
}

declare class CustomEvent<T = unknown> extends Event {
  constructor(type: string, options?: { detail?: T; bubbles?: boolean; cancelable?: boolean });
  readonly detail: T;
}

declare class EventTarget {
  addEventListener(
    type: string,
    listener: ((event: Event) => void) | null,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(type: string, listener: ((event: Event) => void) | null): void;
  dispatchEvent(event: Event): boolean;
}

/** Tells whoever holds it that something is to be given up. */
declare class AbortSignal extends EventTarget {
  /** A signal that is aborted already. */
  static abort(reason?: unknown): AbortSignal;
  /** A signal that is aborted after a time in milliseconds. */
  static timeout(milliseconds: number): AbortSignal;
  /** A signal that is aborted as soon as one of these is. */
  static any(signals: Iterable<AbortSignal>): AbortSignal;
  readonly aborted: boolean;
  /** Why it was aborted; usually an error. */
  readonly reason: unknown;
  onabort: ((event: Event) => void) | null;
  /** Throws the reason when it was aborted. */
  throwIfAborted(): void;
}

/** Makes a signal, and aborts it. */
declare class AbortController {
  /** What is handed to whatever can be given up. */
  readonly signal: AbortSignal;
  abort(reason?: unknown): void;
}

declare class DOMException extends Error {
  constructor(message?: string, name?: string);
  readonly code: number;
}

/** Text to bytes, in UTF-8. */
declare class TextEncoder {
  encode(text?: string): Uint8Array;
}

/** Bytes to text. */
declare class TextDecoder {
  constructor(encoding?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes?: ArrayBufferView | ArrayBuffer, options?: { stream?: boolean }): string;
}

declare class URLSearchParams implements Iterable<[string, string]> {
  constructor(init?: string | Record<string, string> | Iterable<[string, string]>);
  readonly size: number;
  append(name: string, value: string): void;
  delete(name: string, value?: string): void;
  get(name: string): string | null;
  getAll(name: string): string[];
  has(name: string, value?: string): boolean;
  set(name: string, value: string): void;
  sort(): void;
  keys(): IterableIterator<string>;
  values(): IterableIterator<string>;
  entries(): IterableIterator<[string, string]>;
  forEach(callback: (value: string, name: string) => void): void;
  [Symbol.iterator](): IterableIterator<[string, string]>;
  toString(): string;
}

declare class URL {
  constructor(url: string | URL, base?: string | URL);
  static canParse(url: string | URL, base?: string | URL): boolean;
  href: string;
  protocol: string;
  host: string;
  hostname: string;
  port: string;
  username: string;
  password: string;
  pathname: string;
  search: string;
  hash: string;
  readonly origin: string;
  readonly searchParams: URLSearchParams;
  toString(): string;
  toJSON(): string;
}

declare class ReadableStream<T = unknown> implements AsyncIterable<T> {
  constructor(source?: {
    start?(controller: {
      enqueue(chunk: T): void;
      close(): void;
      error(error: unknown): void;
    }): unknown;
    pull?(controller: {
      enqueue(chunk: T): void;
      close(): void;
      error(error: unknown): void;
    }): unknown;
    cancel?(reason: unknown): unknown;
  });
  readonly locked: boolean;
  cancel(reason?: unknown): Promise<void>;
  [Symbol.asyncIterator](): AsyncIterableIterator<T>;
}
