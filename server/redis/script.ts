import { createHash } from 'node:crypto';
import { RESP_TYPES } from 'redis';
import type { AdminClient } from './redis-instance.ts';

/** A Lua script that takes no keys. Only the server's own user may run scripts. */
export class Script {
  readonly #source: string;
  readonly #sha: string;

  constructor(source: string) {
    this.#source = source;
    this.#sha = createHash('sha1').update(source).digest('hex');
  }

  /** Runs it and gives texts as strings. @throws what the script or the connection throws */
  run(admin: AdminClient, args: readonly string[] = []): Promise<unknown> {
    return this.#run((command) => admin.sendCommand([...command, '0', ...args]));
  }

  /** Runs it and gives texts as bytes. @throws as run() does */
  runForBytes(admin: AdminClient, args: readonly string[] = []): Promise<unknown> {
    const typeMapping = { [RESP_TYPES.BLOB_STRING]: Buffer };
    return this.#run((command) => admin.sendCommand([...command, '0', ...args], { typeMapping }));
  }

  async #run(send: (command: string[]) => Promise<unknown>): Promise<unknown> {
    try {
      return await send(['EVALSHA', this.#sha]);
    } catch (error) {
      // The first time, or after SCRIPT FLUSH.
      if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error;
      return await send(['EVAL', this.#source]);
    }
  }
}
