import { RESP_TYPES } from 'redis';
import { BlockingConnections } from './blocking-connections.ts';
import type { Argument, Client } from './client.ts';
import type { Reply } from './reply.ts';

/** Blocking reads at the same time, unless the caller of `Database` says otherwise. */
export const DEFAULT_MAX_BLOCKING_READS = 16;

/** Maps as flat lists keep the order and the names that Redis sent; text is never a Buffer. */
const OPTIONS = { typeMapping: { [RESP_TYPES.MAP]: Array } };

/** Where commands go: one client for everything that answers at once, others for what blocks. */
export class Connection {
  readonly client: Client;
  readonly blocking: BlockingConnections;

  constructor(client: Client, maxBlockingReads = DEFAULT_MAX_BLOCKING_READS) {
    this.client = client;
    this.blocking = new BlockingConnections(client, maxBlockingReads);
  }

  /** Sends one command on the shared client. */
  send(args: Argument[]): Promise<Reply> {
    return this.client.sendCommand<Reply>(args, OPTIONS);
  }

  /** Sends one command on a connection of its own, where it may wait as long as it likes. */
  sendBlocking(args: Argument[], signal?: AbortSignal): Promise<Reply> {
    return this.blocking.run((client) => client.sendCommand<Reply>(args, OPTIONS), signal);
  }

  /** Sends a read: on a connection of its own when it blocks, else on the shared client. */
  async read(
    args: Argument[],
    options: { block?: number | undefined; signal?: AbortSignal | undefined },
  ): Promise<Reply> {
    options.signal?.throwIfAborted();
    if (options.block === undefined) return this.send(args);
    return this.sendBlocking(args, options.signal);
  }
}
