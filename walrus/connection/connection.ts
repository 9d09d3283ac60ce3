import { RESP_TYPES } from 'redis';
import { BlockingConnections } from './blocking-connections.ts';
import type { Argument, AnyClient } from './client.ts';
import { explainRefusal, type Feature } from './needs-redis.ts';
import type { Reply } from './reply.ts';

/** Blocking reads at the same time, unless the caller of `Database` says otherwise. */
export const DEFAULT_MAX_BLOCKING_READS = 16;

/** Maps as flat lists keep the order and the names that Redis sent; text is never a Buffer. */
const TYPE_MAPPING = { [RESP_TYPES.MAP]: Array };

/** Where commands go: one client for everything that answers at once, others for what blocks. */
export class Connection {
  readonly client: AnyClient;
  /** The same client, seen through the type mapping: cheaper than an option on every command. */
  readonly #mapped: AnyClient;
  readonly blocking: BlockingConnections;

  constructor(client: AnyClient, maxBlockingReads = DEFAULT_MAX_BLOCKING_READS) {
    this.client = client;
    this.#mapped = client.withTypeMapping(TYPE_MAPPING);
    this.blocking = new BlockingConnections(client, maxBlockingReads);
  }

  /** Sends one command on the shared client. */
  send(args: Argument[]): Promise<Reply> {
    return this.#mapped.sendCommand<Reply>(args);
  }

  /** Sends one command on a connection of its own, where it may wait as long as it likes. */
  sendBlocking(args: Argument[], signal?: AbortSignal): Promise<Reply> {
    return this.blocking.run(
      (client) => client.withTypeMapping(TYPE_MAPPING).sendCommand<Reply>(args),
      signal,
    );
  }

  /** Sends a command that uses a feature newer servers have; a NeedsRedisError when this one is old. */
  sendNew(args: Argument[], feature: Feature | undefined): Promise<Reply> {
    // Nearly always there is no feature, and then no more promises than the client's own.
    return feature ? this.#explained(feature, () => this.send(args)) : this.send(args);
  }

  /** Sends a read: on a connection of its own when it blocks, else on the shared client. */
  async read(
    args: Argument[],
    options: { block?: number | undefined; signal?: AbortSignal | undefined },
    feature?: Feature,
  ): Promise<Reply> {
    options.signal?.throwIfAborted();
    const send = () =>
      options.block === undefined ? this.send(args) : this.sendBlocking(args, options.signal);
    return feature ? this.#explained(feature, send) : send();
  }

  async #explained(feature: Feature, work: () => Promise<Reply>): Promise<Reply> {
    try {
      return await work();
    } catch (error) {
      throw await explainRefusal(error, feature, (args) => this.send(args));
    }
  }
}
