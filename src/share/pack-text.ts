/** A text, compressed, in characters that an address takes as they are. */
export async function packText(text: string): Promise<string> {
  const packed = await collect(through(new CompressionStream('deflate-raw'), encode(text)));
  const bytes = packed ?? new Uint8Array();
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * The text again; null when it is longer than so many bytes, of which no more are unpacked than that.
 * @throws when it is not what packText() gives
 */
export async function unpackText(packed: string, mostBytes: number): Promise<string | null> {
  if (!/^[\w-]+$/.test(packed)) throw new Error('not base64url');
  const binary = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  const stream = through(new DecompressionStream('deflate-raw'), bytes);
  const unpacked = await collect(stream, mostBytes);
  return unpacked && new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(unpacked);
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function through(
  transform: CompressionStream | DecompressionStream,
  bytes: Uint8Array<ArrayBuffer>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new Blob([bytes]).stream().pipeThrough(transform);
}

async function collect(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  mostBytes = Infinity,
): Promise<Uint8Array | null> {
  const reader = stream.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    length += part.value.length;
    if (length > mostBytes) {
      await reader.cancel();
      return null;
    }
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
