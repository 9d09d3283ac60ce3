import type { Limits } from '../config/limits.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { startKernel } from '../kernel/start-kernel.ts';
import type { RedisBinary } from '../redis/find-binary.ts';
import { RedisInstance, type RedisOptions } from '../redis/redis-instance.ts';
import type { Log } from '../log/log.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import type { RunFolder } from '../state/run-folder.ts';
import { startAgain } from './start-again.ts';

const NO_KERNEL = 'A kernel did not start at once';
const NO_REDIS = 'A Redis did not start at once';

/** What every room of a server is made with. */
export interface RoomParts {
  /** The bundled boot file of kernels. */
  boot: string;
  binary: RedisBinary;
  folder: RunFolder;
  limits: Limits;
  /** How both are confined. */
  sandbox: Sandbox;
  log: Log;
}

/** A kernel and the Redis that it reaches: what one learner has to themselves. */
export class Room {
  kernel: Kernel;
  redis: RedisInstance;
  /** Resolves when it has been closed. */
  readonly closed: Promise<void>;
  #parts: RoomParts;
  #closed: () => void = () => undefined;
  #closing: Promise<void> | null = null;
  #replacing = new Set<Promise<unknown>>();

  private constructor(parts: RoomParts, kernel: Kernel, redis: RedisInstance) {
    this.#parts = parts;
    this.kernel = kernel;
    this.redis = redis;
    this.closed = new Promise((resolve) => (this.#closed = resolve));
  }

  /**
   * @param isWanted false when nobody needs the room any more: then what fails is not tried again
   * @throws Error when one of the two does not start, tried twice; then neither is left
   */
  static async open(parts: RoomParts, isWanted: () => boolean): Promise<Room> {
    const redis = await startAgain(parts.log, NO_REDIS, isWanted, () =>
      RedisInstance.start(redisOptions(parts)),
    );
    try {
      return new Room(parts, await kernelFor(parts, redis, isWanted), redis);
    } catch (error) {
      await redis.close();
      throw error;
    }
  }

  /** A new kernel in the place of one that has died, on the same Redis. @throws as open() */
  replaceKernel(): Promise<Kernel> {
    return this.#replace(
      async () => (this.kernel = await kernelFor(this.#parts, this.redis, () => !this.#closing)),
    );
  }

  /** An empty Redis in the place of one that has died, for the same kernel. @throws as open() */
  replaceRedis(): Promise<RedisInstance> {
    return this.#replace(
      async () =>
        (this.redis = await startAgain(
          this.#parts.log,
          NO_REDIS,
          () => !this.#closing,
          () => this.redis.replace(redisOptions(this.#parts)),
        )),
    );
  }

  /** Ends both, and what is about to take the place of either. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await Promise.allSettled(this.#replacing);
    await Promise.all([this.kernel.close(), this.redis.close()]);
    this.#closed();
  }

  async #replace<T>(make: () => Promise<T>): Promise<T> {
    if (this.#closing) throw new Error('The room is closed.');
    const replacing = make();
    this.#replacing.add(replacing);
    try {
      return await replacing;
    } finally {
      this.#replacing.delete(replacing);
    }
  }
}

function redisOptions({ binary, folder, limits, sandbox }: RoomParts): RedisOptions {
  return {
    binary,
    folder,
    memoryMb: limits.redisMemoryMb,
    startMs: limits.startMs,
    sandbox,
    restore: { points: limits.restorePoints, bytes: limits.restoreMb * 1024 * 1024 },
  };
}

function kernelFor(
  { boot, folder, limits, sandbox, log }: RoomParts,
  redis: RedisInstance,
  isWanted: () => boolean,
): Promise<Kernel> {
  return startAgain(log, NO_KERNEL, isWanted, () =>
    startKernel({
      boot,
      folder,
      sandbox,
      redis: { ...redis.address, ...redis.login },
      heapMb: limits.kernelHeapMb,
      memoryMb: limits.kernelMemoryMb,
      threads: limits.kernelThreads,
      maxOutput: limits.outputCharacters,
      startMs: limits.startMs,
    }),
  );
}
