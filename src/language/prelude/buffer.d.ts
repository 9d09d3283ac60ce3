type BufferEncoding =
  | 'ascii'
  | 'utf8'
  | 'utf-8'
  | 'utf16le'
  | 'ucs2'
  | 'base64'
  | 'base64url'
  | 'latin1'
  | 'binary'
  | 'hex';

interface BufferConstructor {
  /** The bytes of a text, of numbers, or of another buffer. */
  from(text: string, encoding?: BufferEncoding): Buffer;
  from(
    data: ArrayLike<number> | Iterable<number> | ArrayBufferLike,
    offset?: number,
    length?: number,
  ): Buffer;
  /** A buffer of so many zeros. */
  alloc(size: number, fill?: string | number, encoding?: BufferEncoding): Buffer;
  allocUnsafe(size: number): Buffer;
  /** Several buffers as one. */
  concat(list: readonly Uint8Array[], length?: number): Buffer;
  /** How many bytes a text takes. */
  byteLength(text: string | ArrayBufferView | ArrayBufferLike, encoding?: BufferEncoding): number;
  compare(a: Uint8Array, b: Uint8Array): -1 | 0 | 1;
  isBuffer(value: unknown): value is Buffer;
  isEncoding(name: string): name is BufferEncoding;
  readonly poolSize: number;
}

/** Bytes. */
interface Buffer extends Uint8Array {
  /** The bytes as text. */
  toString(encoding?: BufferEncoding, start?: number, end?: number): string;
  toJSON(): { type: 'Buffer'; data: number[] };
  write(text: string, offset?: number, length?: number, encoding?: BufferEncoding): number;
  equals(other: Uint8Array): boolean;
  compare(other: Uint8Array): -1 | 0 | 1;
  copy(target: Uint8Array, targetStart?: number, start?: number, end?: number): number;
  readUInt8(offset?: number): number;
  readUInt16BE(offset?: number): number;
  readUInt16LE(offset?: number): number;
  readUInt32BE(offset?: number): number;
  readUInt32LE(offset?: number): number;
  readInt32BE(offset?: number): number;
  readInt32LE(offset?: number): number;
  readBigUInt64BE(offset?: number): bigint;
  readBigUInt64LE(offset?: number): bigint;
  readDoubleBE(offset?: number): number;
  readDoubleLE(offset?: number): number;
  writeUInt8(value: number, offset?: number): number;
  writeUInt16BE(value: number, offset?: number): number;
  writeUInt32BE(value: number, offset?: number): number;
  writeUInt32LE(value: number, offset?: number): number;
  writeInt32BE(value: number, offset?: number): number;
  writeBigUInt64BE(value: bigint, offset?: number): number;
  writeDoubleBE(value: number, offset?: number): number;
}

declare const Buffer: BufferConstructor;

declare module 'node:buffer' {
  const buffer: { Buffer: BufferConstructor };
  export default buffer;
  export const Buffer: BufferConstructor;
  export type Buffer = globalThis.Buffer;
}

declare module 'buffer' {
  export * from 'node:buffer';
}
