import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** Bits of a frame's first byte. */
const MORE = 1;
const LONG = 2;
const COMMAND = 4;

/** Version 3.0 without encryption: signature, version, mechanism, and nothing else to say. */
const GREETING = Buffer.concat([
  Buffer.from([0xff, 0, 0, 0, 0, 0, 0, 0, 1, 0x7f, 3, 0]),
  Buffer.concat([Buffer.from('NULL')], 20),
  Buffer.alloc(32),
]);

/**
 * One end of a ZeroMQ connection (ZMTP 3.0 over TCP), as far as it takes to talk to a kernel of Jupyter:
 * the bindings for Node are a native package.
 */
export class ZmtpSocket {
  readonly #socket: Socket;
  #read = Buffer.alloc(0);
  #isGreeted = false;
  #frames: Buffer[] = [];
  onmessage: (frames: Buffer[]) => void = () => undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (data) => {
      this.#read = Buffer.concat([this.#read, data]);
      this.#take();
    });
    // Whoever waits for an answer sees that there is none.
    socket.on('error', () => undefined);
  }

  /** Connects, and for SUB asks for everything that is published. */
  static async connect(port: number, type: 'DEALER' | 'SUB'): Promise<ZmtpSocket> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    const own = new ZmtpSocket(socket);
    socket.write(GREETING);
    const kind = Buffer.from(type);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(kind.length);
    const name = 'Socket-Type';
    own.#write(
      COMMAND,
      Buffer.concat([
        Buffer.from(`\x05READY${String.fromCharCode(name.length)}${name}`),
        length,
        kind,
      ]),
    );
    if (type === 'SUB') own.send([Buffer.from([1])]);
    return own;
  }

  send(frames: readonly Buffer[]): void {
    frames.forEach((frame, index) => this.#write(index < frames.length - 1 ? MORE : 0, frame));
  }

  close(): void {
    this.#socket.destroy();
  }

  #write(flags: number, body: Buffer): void {
    const isLong = body.length > 255;
    const head = Buffer.alloc(isLong ? 9 : 2);
    head[0] = flags | (isLong ? LONG : 0);
    if (isLong) head.writeBigUInt64BE(BigInt(body.length), 1);
    else head[1] = body.length;
    this.#socket.write(Buffer.concat([head, body]));
  }

  /** Takes what has arrived whole. */
  #take(): void {
    if (!this.#isGreeted) {
      if (this.#read.length < GREETING.length) return;
      this.#read = this.#read.subarray(GREETING.length);
      this.#isGreeted = true;
    }
    for (let frame = this.#next(); frame !== null; frame = this.#next()) {
      if (frame.flags & COMMAND) continue;
      this.#frames.push(frame.body);
      if (frame.flags & MORE) continue;
      const whole = this.#frames;
      this.#frames = [];
      this.onmessage(whole);
    }
  }

  #next(): { flags: number; body: Buffer } | null {
    const flags = this.#read[0];
    if (flags === undefined) return null;
    const start = flags & LONG ? 9 : 2;
    if (this.#read.length < start) return null;
    const length = flags & LONG ? Number(this.#read.readBigUInt64BE(1)) : (this.#read[1] ?? 0);
    if (this.#read.length < start + length) return null;
    const body = this.#read.subarray(start, start + length);
    this.#read = this.#read.subarray(start + length);
    return { flags, body };
  }
}
