declare module 'node:events' {
  type Listener = (...args: any[]) => void; // eslint-disable-line @typescript-eslint/no-explicit-any -- as in Node: a listener knows what its event brings

  /** Calls listeners by the name of an event. */
  export class EventEmitter {
    static defaultMaxListeners: number;
    on(event: string | symbol, listener: Listener): this;
    once(event: string | symbol, listener: Listener): this;
    off(event: string | symbol, listener: Listener): this;
    addListener(event: string | symbol, listener: Listener): this;
    removeListener(event: string | symbol, listener: Listener): this;
    removeAllListeners(event?: string | symbol): this;
    prependListener(event: string | symbol, listener: Listener): this;
    emit(event: string | symbol, ...args: unknown[]): boolean;
    eventNames(): (string | symbol)[];
    listenerCount(event: string | symbol): number;
    listeners(event: string | symbol): Listener[];
    setMaxListeners(count: number): this;
    getMaxListeners(): number;
  }
  export default EventEmitter;
  /** Resolves with the arguments of the next such event. */
  export function once(
    emitter: EventEmitter | EventTarget,
    event: string | symbol,
    options?: { signal?: AbortSignal },
  ): Promise<unknown[]>;
  /** The arguments of every such event, one after the other. */
  export function on(
    emitter: EventEmitter,
    event: string | symbol,
    options?: { signal?: AbortSignal },
  ): AsyncIterableIterator<unknown[]>;
}

declare module 'events' {
  export * from 'node:events';
  export { EventEmitter as default } from 'node:events';
}

declare module 'node:timers' {
  export {};
  const timers: {
    setTimeout: typeof globalThis.setTimeout;
    setInterval: typeof globalThis.setInterval;
    setImmediate: typeof globalThis.setImmediate;
    clearTimeout: typeof globalThis.clearTimeout;
    clearInterval: typeof globalThis.clearInterval;
    clearImmediate: typeof globalThis.clearImmediate;
  };
  export default timers;
  export const setTimeout: typeof globalThis.setTimeout;
  export const setInterval: typeof globalThis.setInterval;
  export const setImmediate: typeof globalThis.setImmediate;
  export const clearTimeout: typeof globalThis.clearTimeout;
  export const clearInterval: typeof globalThis.clearInterval;
  export const clearImmediate: typeof globalThis.clearImmediate;
}

declare module 'timers' {
  export * from 'node:timers';
  export { default } from 'node:timers';
}

declare module 'node:timers/promises' {
  interface Options {
    ref?: boolean;
    signal?: AbortSignal;
  }
  /** Resolves after a time in milliseconds, with the value. */
  export function setTimeout<T = void>(
    milliseconds?: number,
    value?: T,
    options?: Options,
  ): Promise<T>;
  export function setImmediate<T = void>(value?: T, options?: Options): Promise<T>;
  /** Gives the value every so many milliseconds. */
  export function setInterval<T = void>(
    milliseconds?: number,
    value?: T,
    options?: Options,
  ): AsyncIterableIterator<T>;
  export const scheduler: {
    wait(milliseconds: number, options?: Options): Promise<void>;
    yield(): Promise<void>;
  };
}

declare module 'timers/promises' {
  export * from 'node:timers/promises';
}
