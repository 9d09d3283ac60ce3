import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createClient } from 'redis';
import type { RedisAddress } from '../kernel/command-line.ts';
import { within } from '../kernel/within.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import type { RunFolder } from '../state/run-folder.ts';
import { launchRedis, type RedisExit, type RunningRedis } from './launch-redis.ts';
import { LensReader } from './lens-reader.ts';
import { RestorePoints, type RestoreLimits } from './restore-points.ts';
import type { RedisBinary } from './find-binary.ts';
import { freePort } from './free-port.ts';
import { ADMIN, LEARNER } from './settings.ts';

/** How long a blocking command that is still on its way is waited for. */
const UNBLOCK_TRIES = 15;
const UNBLOCK_PAUSE_MS = 10;

export interface RedisOptions {
  binary: RedisBinary;
  folder: RunFolder;
  memoryMb: number;
  /** ms */
  startMs: number;
  restore: RestoreLimits;
  /** What this machine has when left out. */
  sandbox?: Sandbox;
}

/** Where a Redis listens, who may log in, and where its folder is: what its replacement takes over. */
interface Place {
  address: RedisAddress;
  passwords: { admin: string; learner: string };
  folder: string;
}

export type AdminClient = ReturnType<typeof connectAdmin>;

/**
 * One ephemeral redis-server that belongs to one learner. Owns the process, its folder and the
 * server's connection to it; close() ends all three.
 */
export class RedisInstance {
  readonly address: RedisAddress;
  /** What the learner's clients log in with. */
  readonly login: { username: string; password: string };
  readonly product: string;
  readonly version: string;
  /** The server's own connection, with every right. It does not reconnect: see `exited`. */
  readonly admin: AdminClient;
  /** Reads what the lens shows. */
  readonly lens: LensReader;
  /** What it held before each run, to put it back. */
  readonly points: RestorePoints;
  /** Resolves when the process is gone. */
  readonly exited: Promise<RedisExit>;

  #child: ChildProcess;
  #place: Place;

  private constructor(
    place: Place,
    { child, exited }: RunningRedis,
    admin: AdminClient,
    product: string,
    version: string,
    restore: RestoreLimits,
  ) {
    this.address = place.address;
    this.login = { username: LEARNER, password: place.passwords.learner };
    this.product = product;
    this.version = version;
    this.admin = admin;
    this.lens = new LensReader(admin);
    this.points = new RestorePoints(admin, restore);
    this.exited = exited;
    this.#child = child;
    this.#place = place;
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** @throws Error when it does not answer within `startMs`, with what redis-server printed */
  static async start(options: RedisOptions): Promise<RedisInstance> {
    const place = await newPlace(options.folder);
    try {
      return await RedisInstance.#start(options, place);
    } catch (error) {
      rmSync(place.folder, { recursive: true, force: true });
      throw error;
    }
  }

  /**
   * An empty Redis in the place of this one, which has died: at the same address and with the same
   * passwords, so that the kernel finds it again. @throws as start() does
   */
  async replace(options: RedisOptions): Promise<RedisInstance> {
    if (this.admin.isOpen) this.admin.destroy();
    return RedisInstance.#start(options, this.#place);
  }

  static async #start(options: RedisOptions, place: Place): Promise<RedisInstance> {
    const { folder: runFolder, ...given } = options;
    const running = await launchRedis({ ...given, ...place, runFolder });
    try {
      return await within(options.startMs, 'Redis did not start in time.', async () => {
        await running.ready;
        const admin = connectAdmin(place);
        admin.on('error', () => undefined);
        await admin.connect();
        const info = await admin.info('server');
        const version =
          /valkey_version:(\S+)/.exec(info)?.[1] ?? /redis_version:(\S+)/.exec(info)?.[1] ?? '';
        return new RedisInstance(
          place,
          running,
          admin,
          options.binary.product,
          version,
          options.restore,
        );
      });
    } catch (error) {
      running.child.kill('SIGKILL');
      await running.exited;
      throw error;
    }
  }

  /**
   * Ends blocking commands, as `CLIENT UNBLOCK id ERROR` does. A command may still be on its way when
   * the cell that sent it is stopped, so this tries for a moment; ids that block no more are let go.
   */
  async unblock(connections: readonly number[]): Promise<void> {
    await Promise.all(connections.map((id) => this.#unblock(id)));
  }

  async #unblock(id: number): Promise<void> {
    for (let tries = 0; tries < UNBLOCK_TRIES; tries++) {
      const unblocked = await this.admin.clientUnblock(id, 'ERROR').catch(() => 1);
      if (Number(unblocked) === 1) return;
      await setTimeout(UNBLOCK_PAUSE_MS);
    }
  }

  /**
   * Cuts the learner's connections that are not blocked; clients connect again by themselves. After
   * code was ended in the middle of reading a reply, a connection cannot be trusted any more.
   */
  async cutConnections(): Promise<void> {
    const list = String(await this.admin.sendCommand(['CLIENT', 'LIST']));
    const ids = list
      .split('\n')
      .filter((line) => line.includes(` user=${LEARNER} `) && !/ flags=[A-Za-z]*b/.test(line))
      .map((line) => /^id=(\d+)/.exec(line)?.[1] ?? '');
    await Promise.all(
      ids.map((id) => this.admin.sendCommand(['CLIENT', 'KILL', 'ID', id]).catch(() => 0)),
    );
  }

  /** Ends one that does not answer any more; `exited` tells when it has gone. */
  kill(): void {
    this.#child.kill('SIGKILL');
  }

  async close(): Promise<void> {
    this.kill();
    await this.exited;
    if (this.admin.isOpen) this.admin.destroy();
    rmSync(this.#place.folder, { recursive: true, force: true });
  }
}

function connectAdmin({ address, passwords }: Place) {
  return createClient({
    RESP: 2,
    commandOptions: { timeout: 0 },
    username: ADMIN,
    password: passwords.admin,
    socket: {
      reconnectStrategy: false,
      ...('path' in address ? { path: address.path } : { host: '127.0.0.1', port: address.port }),
    },
  });
}

async function newPlace(runFolder: RunFolder): Promise<Place> {
  const folder = runFolder.makeFolder();
  const address: RedisAddress =
    process.platform === 'win32' ? { port: await freePort() } : { path: path.join(folder, 's') };
  return { address, passwords: { admin: secret(), learner: secret() }, folder };
}

function secret(): string {
  return randomBytes(24).toString('hex');
}
