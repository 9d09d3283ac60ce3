/** Built-in modules of Node that a cell can import. Of the large ones, what examples are made of. */

declare module 'node:assert' {
  interface Assert {
    (value: unknown, message?: string | Error): asserts value;
    ok(value: unknown, message?: string | Error): asserts value;
    equal(actual: unknown, expected: unknown, message?: string | Error): void;
    notEqual(actual: unknown, expected: unknown, message?: string | Error): void;
    strictEqual<T>(actual: unknown, expected: T, message?: string | Error): asserts actual is T;
    notStrictEqual(actual: unknown, expected: unknown, message?: string | Error): void;
    deepEqual(actual: unknown, expected: unknown, message?: string | Error): void;
    deepStrictEqual<T>(actual: unknown, expected: T, message?: string | Error): asserts actual is T;
    notDeepStrictEqual(actual: unknown, expected: unknown, message?: string | Error): void;
    match(text: string, pattern: RegExp, message?: string | Error): void;
    throws(block: () => unknown, expected?: unknown, message?: string | Error): void;
    rejects(block: Promise<unknown> | (() => Promise<unknown>), expected?: unknown): Promise<void>;
    fail(message?: string | Error): never;
    readonly strict: Assert;
  }
  const assert: Assert;
  export default assert;
  export const ok: Assert['ok'];
  export const equal: Assert['equal'];
  export const notEqual: Assert['notEqual'];
  export const strictEqual: Assert['strictEqual'];
  export const notStrictEqual: Assert['notStrictEqual'];
  export const deepEqual: Assert['deepEqual'];
  export const deepStrictEqual: Assert['deepStrictEqual'];
  export const notDeepStrictEqual: Assert['notDeepStrictEqual'];
  export const match: Assert['match'];
  export const throws: Assert['throws'];
  export const rejects: Assert['rejects'];
  export const fail: Assert['fail'];
  export const strict: Assert;
}

declare module 'node:assert/strict' {
  export * from 'node:assert';
  export { default } from 'node:assert';
}

declare module 'node:crypto' {
  interface Digest {
    update(data: string | ArrayBufferView, encoding?: BufferEncoding): this;
    digest(): Buffer;
    digest(encoding: 'hex' | 'base64' | 'base64url' | 'latin1'): string;
  }
  export function randomUUID(): `${string}-${string}-${string}-${string}-${string}`;
  export function randomBytes(size: number): Buffer;
  export function randomInt(minOrMax: number, max?: number): number;
  export function createHash(algorithm: string): Digest;
  export function createHmac(algorithm: string, key: string | ArrayBufferView): Digest;
  export function timingSafeEqual(a: ArrayBufferView, b: ArrayBufferView): boolean;
  export const webcrypto: typeof crypto;
  const all: typeof import('node:crypto');
  export default all;
}

declare module 'node:path' {
  export function join(...parts: string[]): string;
  export function resolve(...parts: string[]): string;
  export function normalize(path: string): string;
  export function dirname(path: string): string;
  export function basename(path: string, suffix?: string): string;
  export function extname(path: string): string;
  export function isAbsolute(path: string): boolean;
  export function relative(from: string, to: string): string;
  export const sep: string;
  export const delimiter: string;
  export const posix: typeof import('node:path');
  export const win32: typeof import('node:path');
  const path: typeof import('node:path');
  export default path;
}

declare module 'node:perf_hooks' {
  export const performance: typeof globalThis.performance;
}

declare module 'node:querystring' {
  export function parse(text: string): Record<string, string | string[] | undefined>;
  export function stringify(fields: Record<string, unknown>): string;
  export function escape(text: string): string;
  export function unescape(text: string): string;
  const querystring: typeof import('node:querystring');
  export default querystring;
}

declare module 'node:stream' {
  import { EventEmitter } from 'node:events';
  export class Readable extends EventEmitter implements AsyncIterable<unknown> {
    static from(source: Iterable<unknown> | AsyncIterable<unknown>): Readable;
    read(size?: number): unknown;
    push(chunk: unknown): boolean;
    pipe<T extends Writable>(target: T): T;
    destroy(error?: Error): this;
    [Symbol.asyncIterator](): AsyncIterableIterator<unknown>;
  }
  export class Writable extends EventEmitter {
    constructor(options?: object);
    write(chunk: unknown, callback?: (error?: Error | null) => void): boolean;
    end(chunk?: unknown): this;
    destroy(error?: Error): this;
  }
  export class Duplex extends Readable {
    write(chunk: unknown): boolean;
    end(chunk?: unknown): this;
  }
  export class Transform extends Duplex {
    constructor(options?: object);
  }
  export class PassThrough extends Transform {}
  export function pipeline(...streams: unknown[]): unknown;
}

declare module 'node:string_decoder' {
  export class StringDecoder {
    constructor(encoding?: BufferEncoding);
    write(bytes: Uint8Array): string;
    end(bytes?: Uint8Array): string;
  }
}

declare module 'node:url' {
  export const URL: typeof globalThis.URL;
  export const URLSearchParams: typeof globalThis.URLSearchParams;
  export function fileURLToPath(url: string | URL): string;
  export function pathToFileURL(path: string): URL;
}

declare module 'node:util' {
  export interface InspectOptions {
    depth?: number | null;
    showHidden?: boolean;
    colors?: boolean;
    compact?: boolean | number;
    breakLength?: number;
    maxArrayLength?: number | null;
    maxStringLength?: number | null;
    sorted?: boolean;
  }
  /** A value as text, as it is printed below a cell. */
  export function inspect(value: unknown, options?: InspectOptions): string;
  export function format(format: unknown, ...values: unknown[]): string;
  export function isDeepStrictEqual(a: unknown, b: unknown): boolean;
  export function promisify(
    callback: (...args: never[]) => void,
  ): (...args: unknown[]) => Promise<unknown>;
  export function stripVTControlCharacters(text: string): string;
  export const TextEncoder: typeof globalThis.TextEncoder;
  export const TextDecoder: typeof globalThis.TextDecoder;
  export const types: Record<string, (value: unknown) => boolean>;
  const util: typeof import('node:util');
  export default util;
}

declare module 'assert' {
  export * from 'node:assert';
  export { default } from 'node:assert';
}
declare module 'crypto' {
  export * from 'node:crypto';
  export { default } from 'node:crypto';
}
declare module 'path' {
  export * from 'node:path';
  export { default } from 'node:path';
}
declare module 'perf_hooks' {
  export * from 'node:perf_hooks';
}
declare module 'querystring' {
  export * from 'node:querystring';
  export { default } from 'node:querystring';
}
declare module 'stream' {
  export * from 'node:stream';
}
declare module 'string_decoder' {
  export * from 'node:string_decoder';
}
declare module 'url' {
  export * from 'node:url';
}
declare module 'util' {
  export * from 'node:util';
  export { default } from 'node:util';
}
