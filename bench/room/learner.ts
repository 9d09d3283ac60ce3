import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { ClientMessage } from '../../core/protocol/client-message.ts';
import { PROTOCOL } from '../../core/protocol/version.ts';
import type { ServerMessage } from '../../core/protocol/server-message.ts';
import { socketOf } from '../../test/session/page.ts';

/** A run that a learner has asked for. */
export interface AskedRun {
  cell: string;
  /** performance.now() */
  askedAt: number;
  endedAt: number | null;
  status: 'ok' | 'error' | 'stopped' | null;
  /** All that it has printed. */
  printed: string;
  /** Commands that it has sent. */
  commands: number;
  wasBlocked: boolean;
}

/** Printed by every cell, so that output that is missing, twice or somebody else's is seen. */
export function tokenOf(learner: string, run: string): string {
  return `token:${learner}:${run};`;
}

/**
 * A page of one learner, without the page: what it would send, and no more work with what it gets
 * than a benchmark on the same processors can afford.
 */
export class BenchLearner {
  readonly name: string;
  readonly runs = new Map<string, AskedRun>();
  /** From the opening of the connection to the first cell that could be run, in ms. */
  readyAfter = Number.NaN;
  /** What went wrong besides cells. */
  readonly faults: string[] = [];
  #socket: WebSocket;
  #ready: () => void = () => undefined;
  #ended = new Map<string, () => void>();
  #next = 1;

  private constructor(name: string, socket: WebSocket) {
    this.name = name;
    this.#socket = socket;
    socket.on('error', (error) => this.faults.push(error.message));
    socket.on('message', (data) => this.#hear(JSON.parse(String(data))));
  }

  /** Connects from an address of its own, as every learner does. @param index from 0 */
  static async open(url: string, index: number): Promise<BenchLearner> {
    const began = performance.now();
    const { address, options } = socketOf(url);
    const localAddress = `127.1.${Math.floor(index / 200)}.${(index % 200) + 1}`;
    const socket = new WebSocket(
      address,
      process.platform === 'linux' ? { ...options, localAddress } : options,
    );
    const learner = new BenchLearner(`learner-${index}`, socket);
    const ready = new Promise<void>((resolve) => (learner.#ready = resolve));
    await once(socket, 'open');
    learner.#send({ type: 'hello', protocol: PROTOCOL, session: null });
    await ready;
    learner.readyAfter = performance.now() - began;
    return learner;
  }

  /** Asks for a run. @returns its id; ended() resolves when it has ended */
  ask(cell: string, source: string, turn: 'soon' | 'in-turn'): string {
    const id = `${this.name}-${this.#next++}`;
    this.runs.set(id, {
      cell,
      askedAt: performance.now(),
      endedAt: null,
      status: null,
      printed: '',
      commands: 0,
      wasBlocked: false,
    });
    const token = JSON.stringify(tokenOf(this.name, id));
    this.#send({ type: 'run', run: id, cell, source: `console.log(${token});${source}`, turn });
    return id;
  }

  ended(id: string): Promise<void> {
    const run = this.runs.get(id);
    if (run?.endedAt != null) return Promise.resolve();
    return new Promise((resolve) => this.#ended.set(id, resolve));
  }

  async close(): Promise<void> {
    if (this.#socket.readyState === WebSocket.CLOSED) return;
    const closed = once(this.#socket, 'close');
    this.#socket.close();
    await closed;
  }

  #send(message: ClientMessage): void {
    this.#socket.send(JSON.stringify(message));
  }

  #hear(message: ServerMessage): void {
    if (message.type === 'refused') this.faults.push(message.message);
    if (message.type === 'welcome' && message.view.kernel.state === 'ready') this.#ready();
    if (message.type !== 'event') return;
    const { event } = message;
    if (event.kind === 'kernel' && event.kernel.state === 'ready') this.#ready();
    if (!('run' in event)) return;
    const run = this.runs.get(event.run);
    if (!run) {
      this.faults.push(`an event of a run that is not its own: ${event.run}`);
      return;
    }
    if (event.kind === 'run-output' && event.output.kind === 'text')
      run.printed += event.output.text;
    if (event.kind === 'run-blocked') run.wasBlocked = true;
    if (event.kind === 'run-commands')
      run.commands = event.rows.reduce((sum, { row }) => sum + row.count, 0);
    if (event.kind !== 'run-ended') return;
    run.endedAt = performance.now();
    run.status = event.status;
    this.#ended.get(event.run)?.();
    this.#ended.delete(event.run);
  }
}
