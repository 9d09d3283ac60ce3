import { types } from 'node:util';
import { MAX_VALUE_BYTES } from '../../../../core/limits/limits.ts';
import type { Value } from '../../../../core/value/value.ts';

/** The beginning of what holds bytes; null for anything else. */
export function describeBytes(value: object, name: string | null): Value | null {
  if (types.isUint8Array(value)) return show(value, name ?? 'Uint8Array');
  if (types.isAnyArrayBuffer(value)) return show(new Uint8Array(value), name ?? 'ArrayBuffer');
  return null;
}

function show(bytes: Uint8Array, name: string): Value {
  let hex = '';
  for (let at = 0; at < Math.min(bytes.length, MAX_VALUE_BYTES); at++)
    hex += (bytes[at] ?? 0).toString(16).padStart(2, '0');
  return { kind: 'bytes', name, length: bytes.length, hex };
}
