import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { parseCommands } from './parse-commands.ts';

/** What node-redis sends by itself when it connects. */
const HANDSHAKE = new Set(['HELLO', 'CLIENT', 'AUTH', 'SELECT']);

/** Stands between a client and a Redis, and writes down what the client sends. */
export interface RecordingProxy {
  url: string;
  /** Every command since the last `take`, without node-redis's handshake, oldest first. */
  take(): string[][];
  /** Connections that are open now. */
  connections(): number;
  /** Resolves as soon as `condition` holds, which is looked at with every byte that passes. */
  until(condition: (commands: readonly string[][], connections: number) => boolean): Promise<void>;
  /** Cuts all connections, as a failing network does. */
  cut(): void;
  /** While true, whoever connects is cut off at once. */
  refuse(refusing: boolean): void;
  close(): Promise<void>;
}

/** Starts a proxy in front of the Redis at `url`. */
export async function startRecordingProxy(url: string): Promise<RecordingProxy> {
  const target = new URL(url);
  const open = new Set<Socket>();
  const watchers = new Set<() => void>();
  let recorded: string[][] = [];
  let refusing = false;
  const look = () => {
    for (const watcher of [...watchers]) watcher();
  };
  const server = createServer((client) => {
    client.on('error', () => undefined);
    if (refusing) {
      client.destroy();
      return;
    }
    open.add(client);
    const redis = connect(Number(target.port), target.hostname);
    redis.on('error', () => undefined);
    let rest: Buffer = Buffer.alloc(0);
    client.on('data', (chunk: Buffer) => {
      const parsed = parseCommands(Buffer.concat([rest, chunk]));
      rest = parsed.rest;
      recorded.push(...parsed.commands.filter(([name = '']) => !HANDSHAKE.has(name)));
      redis.write(chunk);
      look();
    });
    redis.pipe(client);
    client.on('close', () => {
      open.delete(client);
      redis.destroy();
      look();
    });
    redis.on('close', () => client.destroy());
    look();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No TCP port to be had.');
  return {
    url: `redis://127.0.0.1:${address.port}`,
    take: () => {
      const taken = recorded;
      recorded = [];
      return taken;
    },
    connections: () => open.size,
    until: (condition) =>
      new Promise((resolve) => {
        const watcher = () => {
          if (!condition(recorded, open.size)) return;
          watchers.delete(watcher);
          resolve();
        };
        watchers.add(watcher);
        watcher();
      }),
    cut: () => {
      for (const socket of open) socket.destroy();
    },
    refuse: (value) => {
      refusing = value;
    },
    close: async () => {
      server.close();
      for (const socket of open) socket.destroy();
      await once(server, 'close');
    },
  };
}
