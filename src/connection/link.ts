import * as v from 'valibot';
import type { ClientMessage } from '../../core/protocol/client-message.ts';
import { ServerMessage } from '../../core/protocol/server-message.ts';
import { backoff } from './backoff.ts';
import { takeEarlyLine, type EarlyLine } from './early-line.ts';
import { step, type Connection, type ConnectionInput } from './connection.ts';
import { Heartbeat } from './heartbeat.ts';
import { hello } from './hello.ts';

export interface LinkOptions {
  /** Address of the server's WebSocket, asked for at every attempt. */
  url(): string;
  /** The session to ask for in hello; null for a new one. */
  session(): string | null;
  onConnection(connection: Connection): void;
  onMessage(message: ServerMessage): void;
}

/**
 * The page's line to the server: a socket and two timers around the state machine of
 * connection.ts. It connects again by itself whenever the connection is lost.
 */
export class Link {
  readonly #options: LinkOptions;
  readonly #heartbeat = new Heartbeat(
    () => this.#transmit({ type: 'ping' }),
    () => this.#input({ type: 'closed' }),
  );
  #connection: Connection = { state: 'idle' };
  #socket: WebSocket | null = null;
  /** True when hello was said on the socket before it came here. */
  #isGreeted = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: LinkOptions) {
    this.#options = options;
  }

  start(): void {
    this.#input({ type: 'start' });
  }

  /** Sends a message if the connection is ready; false if it is not. */
  send(message: ClientMessage): boolean {
    return this.#connection.state === 'ready' && this.#transmit(message);
  }

  /** Tries at once instead of waiting; does nothing when that would not help. */
  retry(): void {
    this.#input({ type: 'retry' });
  }

  /** Closes the socket and stops every timer; the link cannot be used again. */
  close(): void {
    clearTimeout(this.#timer);
    this.#drop();
    this.#connection = { state: 'idle' };
  }

  #input(input: ConnectionInput): void {
    const { connection, actions } = step(this.#connection, input);
    this.#connection = connection;
    for (const action of actions) {
      if (action === 'open') this.#open();
      else if (action === 'hello') this.#hello();
      else if (action === 'close') this.#drop();
      else this.#wait(backoff(action.reason, action.attempt, Math.random()));
    }
    this.#options.onConnection(connection);
  }

  #open(): void {
    clearTimeout(this.#timer);
    const early = takeEarlyLine();
    const socket = early?.socket ?? new WebSocket(this.#options.url());
    this.#socket = socket;
    // A socket that was given up may still fire: only the current one counts.
    const current = (handle: () => void) => () => {
      if (this.#socket === socket) handle();
    };
    socket.onopen = current(() => this.#input({ type: 'opened' }));
    socket.onclose = current(() => this.#input({ type: 'closed' }));
    socket.onmessage = ({ data }: MessageEvent<unknown>) => current(() => this.#receive(data))();
    this.#isGreeted = early?.isGreeted ?? false;
    if (early?.isGreeted) queueMicrotask(current(() => this.#takeOver(early)));
  }

  #hello(): void {
    if (!this.#isGreeted) this.#transmit(hello(this.#options.session()));
    this.#heartbeat.start();
  }

  /** Hello has been said: what came of it is heard now. */
  #takeOver({ heard }: EarlyLine): void {
    this.#input({ type: 'opened' });
    for (const data of heard) this.#receive(data);
  }

  #receive(data: unknown): void {
    this.#heartbeat.heard();
    const message = parse(data);
    if (message === null) return;
    if (message.type === 'welcome') this.#input({ type: 'welcomed' });
    if (message.type === 'waiting') this.#input({ type: 'placed', ahead: message.ahead });
    if (message.type === 'refused' || message.type === 'over') this.#input(message);
    this.#options.onMessage(message);
  }

  #wait(delay: number): void {
    this.#timer = setTimeout(() => this.#input({ type: 'retry' }), delay);
  }

  #drop(): void {
    this.#heartbeat.stop();
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }

  #transmit(message: ClientMessage): boolean {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(message));
    return true;
  }
}

/** A message that is none of the protocol's is our fault, not the learner's: logged and passed over. */
function parse(data: unknown): ServerMessage | null {
  try {
    return v.parse(ServerMessage, JSON.parse(String(data)));
  } catch (error) {
    console.error('The server sent a message that this page does not understand.', error);
    return null;
  }
}
