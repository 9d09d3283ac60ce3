import * as v from 'valibot';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { LensSnapshot, type StreamSnapshot } from '../../core/lens/snapshot.ts';
import { LensReader } from '../../server/redis/lens-reader.ts';
import { startLearnerRedis, type LearnerRedis } from './instance.ts';

/** A learner's Redis for the tests of one file, empty before each, and what reads its lens. */
export class UsedLens {
  #server: LearnerRedis | null = null;
  #reader: LensReader | null = null;

  constructor() {
    beforeAll(async () => {
      this.#server = await startLearnerRedis();
    });
    afterAll(() => this.server.close());
    beforeEach(async () => {
      await this.server.learner.flushAll();
      this.#reader = new LensReader(this.server.redis.admin);
    });
  }

  get server(): LearnerRedis {
    if (!this.#server) throw new Error('Redis has not started.');
    return this.#server;
  }

  get learner(): LearnerRedis['learner'] {
    return this.server.learner;
  }

  /** The server's own client. */
  get admin(): LearnerRedis['redis']['admin'] {
    return this.server.redis.admin;
  }

  /** A new one for each test. */
  get reader(): LensReader {
    if (!this.#reader) throw new Error('Redis has not started.');
    return this.#reader;
  }

  /** A snapshot that keeps the contract. */
  async read(): Promise<LensSnapshot> {
    return v.parse(LensSnapshot, await this.reader.read());
  }

  /** The only stream there is. */
  async only(): Promise<StreamSnapshot> {
    const { streams } = await this.read();
    expect(streams).toHaveLength(1);
    const [stream] = streams;
    if (!stream) throw new Error('There is no stream.');
    return stream;
  }

  /** Sends a command of the learner's. */
  send(...command: (string | Buffer)[]): Promise<unknown> {
    return this.learner.sendCommand(command);
  }

  /** Delivers new entries to a consumer of the group `g`. */
  deliver(consumer: string, count: number, key = 's'): Promise<unknown> {
    const [group, most] = [
      ['GROUP', 'g', consumer],
      ['COUNT', String(count)],
    ];
    return this.send('XREADGROUP', ...group, ...most, 'STREAMS', key, '>');
  }
}
