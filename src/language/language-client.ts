import type { Answer, Ask, Method } from './language-api.ts';
import type { CellText } from './cell-text.ts';
import { changedCells } from './changed-cells.ts';
import type { LanguageFailure, LanguageReply } from './language-message.ts';

interface Reply<M extends Method> {
  method: M;
  answer: Answer<M>;
}

/** What the client needs of a worker. */
export type LanguagePort = Pick<Worker, 'postMessage' | 'terminate'> & {
  onmessage: ((event: MessageEvent<LanguageReply | LanguageFailure>) => void) | null;
};

/** Asks the language worker, which is always told first what has changed in the notebook. */
export class LanguageClient {
  readonly #port: LanguagePort;
  readonly #cells: () => readonly CellText[];
  readonly #waiting = new Map<number, (reply: LanguageReply | LanguageFailure) => void>();
  #told: readonly CellText[] = [];
  #lastId = 0;

  /** @param cells gives the notebook's cells as they are, in reading order */
  constructor(port: LanguagePort, cells: () => readonly CellText[]) {
    this.#port = port;
    this.#cells = cells;
    port.onmessage = ({ data }) => {
      this.#waiting.get(data.id)?.(data);
      this.#waiting.delete(data.id);
    };
  }

  /** @returns null when the worker could not answer */
  async ask<M extends Method>(method: M, ask: Ask<M>): Promise<Answer<M> | null> {
    const cells = this.#cells();
    const news = changedCells(this.#told, cells);
    this.#told = cells;
    if (news !== null) void this.#send('cells', news);
    return this.#send(method, ask);
  }

  #send<M extends Method>(method: M, ask: Ask<M>): Promise<Answer<M> | null> {
    const id = ++this.#lastId;
    return new Promise((resolve) => {
      this.#waiting.set(id, (reply) => {
        if ('error' in reply) resolve(null);
        else resolve(isReplyTo(method, reply) ? reply.answer : null);
      });
      this.#port.postMessage({ id, method, ask });
    });
  }

  close(): void {
    this.#port.terminate();
    for (const [id, resolve] of this.#waiting) resolve({ id, error: 'closed' });
    this.#waiting.clear();
  }
}

function isReplyTo<M extends Method>(method: M, reply: { method: Method }): reply is Reply<M> {
  return reply.method === method;
}
