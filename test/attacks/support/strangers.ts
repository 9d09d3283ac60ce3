import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import os from 'node:os';
import path from 'node:path';

/** What stands in the file that no learner may read. */
export const SECRET = 'what no learner may see';

/**
 * What somebody else has on this machine: a file, a server, an ear for datagrams. It writes down who
 * came by.
 */
export class Strangers {
  readonly folder: string;
  readonly file: string;
  readonly visits: string[] = [];
  #server: Server;
  #datagrams: Socket;

  private constructor(folder: string, server: Server, datagrams: Socket) {
    this.folder = folder;
    this.file = path.join(folder, 'secret.txt');
    this.#server = server.on('connection', (socket) => {
      this.visits.push('tcp');
      socket.end('hello');
    });
    this.#datagrams = datagrams.on('message', () => this.visits.push('udp'));
  }

  static async settle(): Promise<Strangers> {
    const folder = await realpath(await mkdtemp(path.join(os.tmpdir(), 'sb-')));
    const server = createServer().listen(0, '127.0.0.1');
    const datagrams = createSocket('udp4').bind(0, '127.0.0.1');
    await Promise.all([once(server, 'listening'), once(datagrams, 'listening')]);
    const strangers = new Strangers(folder, server, datagrams);
    await writeFile(strangers.file, SECRET);
    return strangers;
  }

  get port(): number {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('It has no port.');
    return address.port;
  }

  get datagramPort(): number {
    return this.#datagrams.address().port;
  }

  async leave(): Promise<void> {
    this.#server.close();
    this.#datagrams.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}
