import { once } from 'node:events';
import { parse } from 'valibot';
import { WebSocket, type ClientOptions } from 'ws';
import type { ClientMessage } from '../../core/protocol/client-message.ts';
import { PROTOCOL } from '../../core/protocol/version.ts';
import { ServerMessage } from '../../core/protocol/server-message.ts';
import { applyEvent } from '../../core/session/apply-event.ts';
import { hasEnded, type Run } from '../../core/session/run.ts';
import type { SessionView } from '../../core/session/view.ts';

export type Welcome = Extract<ServerMessage, { type: 'welcome' }>;
export type Refused = Extract<ServerMessage, { type: 'refused' }>;

/** Where a server takes WebSockets, as its own page says it: the address and the Origin. */
export function socketOf(url: string): { address: URL; options: ClientOptions } {
  return {
    address: new URL('/session', url.replace(/^http/, 'ws')),
    options: { origin: new URL(url).origin },
  };
}

/**
 * What a page does on its WebSocket, and nothing else: it says hello, keeps the view with the same
 * function as the real page, and checks every message against the protocol.
 */
export class Page {
  readonly socket: WebSocket;
  /** Every message so far, in order. */
  readonly messages: ServerMessage[] = [];
  /** Resolves with the close code. */
  readonly closed: Promise<number>;
  #view: SessionView | null = null;
  #next = 1;
  #name: string;
  #listeners = new Set<() => void>();

  private constructor(socket: WebSocket, name: string) {
    this.socket = socket;
    this.#name = name;
    // Not once(): that rejects for an error, and a page that nobody awaits would end the whole run.
    this.closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => undefined);
    socket.on('message', (data) => this.#receive(parse(ServerMessage, JSON.parse(String(data)))));
  }

  /** Opens a connection that has not said hello. @param name tells its runs from those of other pages @param headers sent beside the usual ones */
  static async connect(
    url: string,
    name = 'page',
    headers: Record<string, string> = {},
  ): Promise<Page> {
    const { address, options } = socketOf(url);
    return Page.over(new WebSocket(address, { ...options, headers }), name);
  }

  /** Uses a connection that is being opened. @throws Error when it is refused */
  static async over(socket: WebSocket, name = 'page'): Promise<Page> {
    const page = new Page(socket, name);
    await once(socket, 'open');
    return page;
  }

  /** Opens a connection and begins a session, or finds one again. @throws Error when it is refused */
  static async open(url: string, session: string | null = null, name = 'page'): Promise<Page> {
    const page = await Page.connect(url, name);
    await page.hello(session);
    return page;
  }

  get view(): SessionView {
    if (!this.#view) throw new Error('This page has no session.');
    return this.#view;
  }

  /** The newest welcome. */
  get welcome(): Welcome {
    const found = this.messages.findLast((message) => message.type === 'welcome');
    if (found?.type !== 'welcome') throw new Error('This page was not welcomed.');
    return found;
  }

  get session(): string {
    return this.welcome.session;
  }

  async hello(session: string | null = null): Promise<Welcome> {
    const answer = await this.ask({ type: 'hello', protocol: PROTOCOL, session });
    if (answer.type !== 'welcome') throw new Error(`Not welcome: ${JSON.stringify(answer)}`);
    return answer;
  }

  send(message: ClientMessage): void {
    this.socket.send(JSON.stringify(message));
  }

  /** Sends a message, or anything else, and gives the next answer that is no event. */
  ask(
    message: ClientMessage | string | Buffer,
  ): Promise<Exclude<ServerMessage, { type: 'event' }>> {
    const before = this.messages.length;
    if (typeof message === 'string' || Buffer.isBuffer(message)) this.socket.send(message);
    else this.send(message);
    return this.until(() => this.messages.slice(before).find((one) => one.type !== 'event'));
  }

  /** As ask(), for what the server must refuse. */
  async refusal(message: ClientMessage | string | Buffer): Promise<Refused> {
    const answer = await this.ask(message);
    if (answer.type !== 'refused') throw new Error(`Not refused: ${JSON.stringify(answer)}`);
    return answer;
  }

  /** Sends a run and gives its id. */
  begin(source: string, run = `${this.#name}-${this.#next++}`): string {
    this.send({ type: 'run', run, cell: `cell-${run}`, source, turn: 'soon' });
    return run;
  }

  /** Runs a cell to its end. */
  run(source: string): Promise<Run> {
    return this.ended(this.begin(source));
  }

  ended(id: string): Promise<Run> {
    return this.untilRun(id, (run) => hasEnded(run.status));
  }

  untilRun(id: string, ready: (run: Run) => boolean): Promise<Run> {
    return this.until(() => this.#view?.runs.find((run) => run.id === id && ready(run)));
  }

  /** What `look` finds, as soon as it finds something; rejects when the connection is closed before. */
  until<T>(look: () => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const check = () => {
        const found = look();
        if (found === undefined) return;
        this.#listeners.delete(check);
        resolve(found);
      };
      this.#listeners.add(check);
      void this.closed.then((code) => reject(new Error(`The connection was closed: ${code}`)));
      check();
    });
  }

  /** Cuts the connection as a lost network does: without a word. */
  async drop(): Promise<void> {
    this.socket.terminate();
    await this.closed;
  }

  #receive(message: ServerMessage): void {
    this.messages.push(message);
    if (message.type === 'welcome') this.#view = message.view;
    if (message.type === 'event') this.#view = applyEvent(this.view, message.event);
    for (const listener of [...this.#listeners]) listener();
  }
}

/** All text that a run has printed. */
export function printed(run: Run): string {
  return run.outputs.map((output) => (output.kind === 'text' ? output.text : '')).join('');
}

/** The value that a run shows; null when it shows none. */
export function valueOf(run: Run): string | null {
  return run.outputs.find((output) => output.kind === 'value')?.text ?? null;
}
