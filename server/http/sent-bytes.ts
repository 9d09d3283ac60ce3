import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Counts what a server has sent over all its connections, WebSockets and headers included. */
export class SentBytes {
  #open = new Set<Socket>();
  #closed = 0;

  constructor(server: Server) {
    server.on('connection', (socket) => {
      this.#open.add(socket);
      socket.once('close', () => {
        this.#open.delete(socket);
        this.#closed += socket.bytesWritten;
      });
    });
  }

  get total(): number {
    let sum = this.#closed;
    for (const { bytesWritten } of this.#open) sum += bytesWritten;
    return sum;
  }
}
