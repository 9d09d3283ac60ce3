/** One key as it was: what RESTORE needs to make it again. */
export interface KeptKey {
  readonly key: Buffer;
  /** As DUMP gives it. */
  readonly payload: Buffer;
  /** Unix time in ms; 0 when it does not expire. */
  readonly expiresAt: number;
}

/** All keys of a database at one moment, by their names in Latin-1, which has a character for each byte. */
export type KeptKeys = ReadonlyMap<string, KeptKey>;

/** What a key costs beside its bytes, roughly. */
export const OVERHEAD_BYTES = 200;

/**
 * The keys of a dump, `[key, payload, expiry, …]` as bytes. A key that is the same in `former` is
 * taken from there, so that two moments share what did not change between them.
 * @throws Error when the dump does not look so
 */
export function readDump(dump: readonly unknown[], former: KeptKeys): KeptKeys {
  const keys = new Map<string, KeptKey>();
  for (let i = 0; i < dump.length; i += 3) {
    const [key, payload, expiry] = [dump[i], dump[i + 1], dump[i + 2]];
    if (!Buffer.isBuffer(key) || !Buffer.isBuffer(payload) || !Buffer.isBuffer(expiry)) {
      throw new Error('Redis gave a dump that is none.');
    }
    const expiresAt = Math.max(0, Number(expiry.toString()));
    const name = key.toString('latin1');
    const same = former.get(name);
    const isSame = same?.expiresAt === expiresAt && same.payload.equals(payload);
    // Copies, because these are parts of what the connection has read at once.
    const kept = isSame ? same : { key: copy(key), payload: copy(payload), expiresAt };
    keys.set(name, kept);
  }
  return keys;
}

/** Counts the bytes of keys that several moments may share. */
export class KeptBytes {
  #uses = new Map<KeptKey, number>();
  #bytes = 0;

  get bytes(): number {
    return this.#bytes;
  }

  add(keys: KeptKeys): void {
    for (const kept of keys.values()) {
      const uses = this.#uses.get(kept) ?? 0;
      if (uses === 0) this.#bytes += sizeOf(kept);
      this.#uses.set(kept, uses + 1);
    }
  }

  remove(keys: KeptKeys): void {
    for (const kept of keys.values()) {
      const uses = this.#uses.get(kept) ?? 0;
      if (uses > 1) this.#uses.set(kept, uses - 1);
      else if (this.#uses.delete(kept)) this.#bytes -= sizeOf(kept);
    }
  }
}

function sizeOf({ key, payload }: KeptKey): number {
  return key.length + payload.length + OVERHEAD_BYTES;
}

function copy(bytes: Buffer): Buffer {
  return Buffer.from(bytes);
}
