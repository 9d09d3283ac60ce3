import * as v from 'valibot';
import WebSocket from 'ws';
import { MAX_SOURCE_LENGTH } from '../../core/limits/limits.ts';
import { ClientMessage } from '../../core/protocol/client-message.ts';
import { PROTOCOL } from '../../core/protocol/version.ts';
import { parseJson } from '../../core/protocol/parse-json.ts';
import type { RefusalReason, ServerMessage } from '../../core/protocol/server-message.ts';
import type { Limits } from '../config/limits.ts';
import type { Log } from '../log/log.ts';
import { ourFault } from '../log/our-fault.ts';
import type { LimitName } from '../log/server-event.ts';
import { MessagePace } from './message-pace.ts';
import { idleNotice } from './idle-notice.ts';
import { helloTooLate, messagesTooFast, restartsTooFast, type Refusal } from './refusal.ts';
import type { Guest, SessionRegistry } from './registry.ts';
import type { Session } from './session.ts';

/** The close code of a server that will be back: "service restart". */
const RESTARTING = 1012;
const IS_RESTARTING =
  'The server is being restarted, so nothing was done. This page comes back by itself: try again then.';
/** Messages that a server which is about to end does not take any more. */
const BEGINS: ReadonlySet<ClientMessage['type']> = new Set(['hello', 'run', 'rewind', 'restart']);

/**
 * One page's WebSocket: checks what it says, hands it to its session, and sends what happens there.
 * Ends with the socket; the session does not.
 */
export class Connection {
  #socket: WebSocket;
  #registry: SessionRegistry;
  #limits: Limits;
  #log: Log;
  #address: string;
  #session: Session | null = null;
  /** True while this page waits in line for a session. */
  #isWaiting = false;
  #leave: (() => void)[] = [];
  #isLeaving = false;
  #pace: MessagePace;
  /** Closes a connection that does not say hello. */
  #late: NodeJS.Timeout;

  /** @param address where the page comes from */
  constructor(
    socket: WebSocket,
    registry: SessionRegistry,
    limits: Limits,
    log: Log,
    address: string,
  ) {
    this.#socket = socket;
    this.#address = address;
    this.#registry = registry;
    this.#limits = limits;
    this.#log = log;
    this.#pace = new MessagePace(socket, limits.messagesPerSecond, () => {
      this.#hit('messagesPerSecond');
      this.#refuseAs(messagesTooFast(limits.messagesPerSecond));
    });
    this.#late = setTimeout(() => this.#isLate(), limits.helloMs);
    socket.on('message', (data: Buffer, isBinary) => {
      this.#pace.count(data.length);
      this.#receive(isBinary ? '' : String(data));
    });
    socket.on('error', () => socket.terminate());
    socket.on('close', () => this.#detach());
  }

  #receive(text: string): void {
    const message = v.safeParse(ClientMessage, parseJson(text));
    if (!message.success) {
      this.#refuse(
        'malformed',
        `The server did not understand a message of this page (${firstIssue(message.issues)}). Reload the page; your text is safe.`,
      );
      return;
    }
    try {
      this.#handle(message.output);
    } catch (error) {
      const id = this.#log.error('A message could not be handled', error, this.#session?.shortId);
      this.#refuse('internal', ourFault('Something went wrong on the server', id, 'Try again.'));
    }
  }

  /** True while something runs in its session that will end by itself. */
  get isBusy(): boolean {
    return this.#session?.isBusy ?? false;
  }

  /**
   * Tells the page that the server is about to be restarted, and closes the connection when nothing
   * runs any more in its session. Resolves then.
   */
  sayGoodbye(): Promise<void> {
    this.#isLeaving = true;
    this.#send({ type: 'restarting' });
    const session = this.#session;
    session?.hold();
    return new Promise((resolve) => {
      this.#socket.once('close', () => resolve());
      const leave = () => {
        if (session?.isBusy) return;
        this.#socket.close(RESTARTING, 'The server is being restarted.');
        resolve();
      };
      if (session) this.#leave.push(session.listen(leave));
      leave();
    });
  }

  #handle(message: ClientMessage): void {
    if (this.#isLeaving && BEGINS.has(message.type)) {
      const run = message.type === 'run' ? message.run : null;
      this.#refuse('restarting', IS_RESTARTING, run);
      return;
    }
    switch (message.type) {
      case 'hello':
        this.#hello(message);
        return;
      case 'ping':
        this.#send({ type: 'pong' });
        return;
      case 'run':
        this.#run(message);
        return;
      case 'stop':
        this.#with((session) => {
          if (session.has(message.run)) void session.stop(message.run);
          else this.#refuse('unknown-run', 'There is no such run to stop.', message.run);
        });
        return;
      case 'go-on':
        this.#with((session) => session.letGoOn(message.run));
        return;
      case 'rewind':
        this.#with((session) => void this.#rewind(session, message.to));
        return;
      case 'restart':
        this.#with((session) => this.#restart(session));
    }
  }

  #hello({ protocol, session: id }: ClientMessage & { type: 'hello' }): void {
    if (protocol !== PROTOCOL) {
      this.#refuse(
        'protocol',
        'This page is of another version than the server. Reload it; your text is safe.',
      );
      return;
    }
    if (this.#session || this.#isWaiting) {
      this.#refuse('malformed', 'This page has said hello already. Reload it; your text is safe.');
      return;
    }
    const known = id === null ? null : this.#registry.find(id);
    if (known) this.#enter(known, 'resumed');
    else this.#ask(id === null ? 'new' : 'lost');
  }

  /** Asks for a session of its own: it comes at once, or after a while in the line. */
  #ask(found: 'new' | 'lost'): void {
    const guest: Guest = {
      address: this.#address,
      waits: (ahead) => {
        this.#isWaiting = true;
        this.#send({ type: 'waiting', ahead });
      },
      enters: (session) => {
        this.#isWaiting = false;
        this.#leave = [];
        this.#enter(session, found);
      },
    };
    // Before it is asked: the answer may be there at once.
    this.#leave = [() => this.#registry.leave(guest)];
    const refusal = this.#registry.enter(guest);
    if (refusal) this.#refuseAs(refusal);
  }

  #enter(session: Session, found: 'new' | 'resumed' | 'lost'): void {
    this.#session = session;
    const { shortId } = session;
    if (found === 'resumed') this.#log.tell({ event: 'session-resumed', session: shortId });
    else this.#log.tell({ event: 'session-opened', session: shortId, found });
    this.#send({ type: 'welcome', session: session.id, found, view: session.view });
    this.#leave = [
      session.listen((event) => this.#send({ type: 'event', event })),
      this.#registry.attach(session, () => this.#isOver()),
    ];
  }

  #run({ run, cell, source, turn, check }: ClientMessage & { type: 'run' }): void {
    this.#with((session) => {
      const longest = Math.max(source.length, check?.length ?? 0);
      if (longest > MAX_SOURCE_LENGTH) {
        const length = Math.ceil(longest / 1024);
        this.#hit('sourceLength');
        this.#refuse(
          'too-long',
          `This cell is ${length} KB long; a cell may have ${MAX_SOURCE_LENGTH / 1024} KB. Shorten it, or split it into several.`,
          run,
        );
      } else if (session.openRuns >= this.#limits.queuedRuns) {
        this.#hit('queuedRuns');
        this.#refuse(
          'too-many',
          `${this.#limits.queuedRuns} runs are waiting already. Stop some, or wait until they have ended.`,
          run,
        );
      } else if (session.has(run)) {
        this.#refuse('unknown-run', 'This run was sent twice.', run);
      } else session.run(run, cell, source, turn, check ?? null);
    });
  }

  #restart(session: Session): void {
    if (this.#registry.mayRestart(session)) {
      void session.restart();
      return;
    }
    this.#hit('restartsPerMinute');
    this.#refuseAs(restartsTooFast(this.#limits.restartsPerMinute));
  }

  async #rewind(session: Session, to: string): Promise<void> {
    const problem = await session.rewind(to);
    if (problem !== null) this.#refuse('no-rewind', problem);
  }

  #with(use: (session: Session) => void): void {
    if (this.#session) {
      this.#registry.use(this.#session);
      use(this.#session);
    } else if (this.#isWaiting)
      this.#refuse('full', 'This page has no session yet: it is still waiting for its turn.');
    else
      this.#refuse('malformed', 'This page has not said hello yet. Reload it; your text is safe.');
  }

  #refuse(reason: RefusalReason, message: string, run: string | null = null): void {
    this.#send({ type: 'refused', reason, message, run });
  }

  #refuseAs({ reason, message }: Refusal): void {
    this.#refuse(reason, message);
  }

  #send(message: ServerMessage): void {
    if (this.#socket.readyState !== WebSocket.OPEN) return;
    // A page that reads too slowly is let go; when it comes back it gets the session as it is then.
    if (this.#socket.bufferedAmount > this.#limits.sendBufferBytes) {
      this.#hit('sendBufferBytes');
      this.#socket.terminate();
    } else this.#socket.send(JSON.stringify(message));
  }

  #hit(limit: LimitName): void {
    this.#log.tell({ event: 'limit-hit', limit, session: this.#session?.shortId ?? null });
  }

  /** The session was ended, because nothing was done in it. */
  #isOver(): void {
    this.#send({ type: 'over', message: idleNotice(this.#limits.idleMs) });
    this.#session = null;
    this.#socket.close(1000);
  }

  /** A connection that has no session by now, and does not wait for one, is closed. */
  #isLate(): void {
    if (this.#session || this.#isWaiting) return;
    this.#hit('helloMs');
    this.#refuseAs(helloTooLate(this.#limits.helloMs));
    this.#socket.close(1008);
    // Whoever does not answer that either is cut off.
    this.#late = setTimeout(() => this.#socket.terminate(), 1000);
  }

  #detach(): void {
    clearTimeout(this.#late);
    for (const leave of this.#leave) leave();
    this.#leave = [];
    this.#session = null;
    this.#isWaiting = false;
  }
}

function firstIssue([issue]: [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  const path = v.getDotPath(issue);
  return path ? `${path}: ${issue.message}` : issue.message;
}
