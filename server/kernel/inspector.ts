import type { Socket } from 'node:net';
import * as v from 'valibot';
import WebSocket from 'ws';
import { parseJson } from '../../core/protocol/parse-json.ts';

/** A value inside the kernel, as the inspector describes it. */
const RemoteObject = v.object({
  type: v.string(),
  subtype: v.optional(v.string()),
  objectId: v.optional(v.string()),
  value: v.optional(v.unknown()),
  unserializableValue: v.optional(v.string()),
  description: v.optional(v.string()),
});
export type RemoteObject = v.InferOutput<typeof RemoteObject>;

/** The answer to an evaluation: a value, or what was thrown. */
export const Evaluation = v.object({
  result: RemoteObject,
  exceptionDetails: v.optional(
    v.object({
      text: v.string(),
      lineNumber: v.number(),
      columnNumber: v.number(),
      exception: v.optional(RemoteObject),
    }),
  ),
});
export type Evaluation = v.InferOutput<typeof Evaluation>;

const Message = v.union([
  v.object({ id: v.number(), result: v.unknown() }),
  v.object({ id: v.number(), error: v.object({ message: v.string() }) }),
  v.object({ method: v.string(), params: v.optional(v.unknown()) }),
]);

const BindingCall = v.object({ name: v.string(), payload: v.string() });

/** The inspector's own refusal of a request, such as "Promise was collected". */
export class InspectorError extends Error {
  override name = 'InspectorError';
}

/** Thrown into every open request when the kernel goes away. */
export class InspectorClosed extends Error {
  override name = 'InspectorClosed';
  constructor() {
    super('The kernel is gone.');
  }
}

interface Pending {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/**
 * A connection to the V8 inspector of one process (Chrome DevTools Protocol over a WebSocket).
 * Owns its socket; close() ends it and rejects what is still open.
 */
export class Inspector {
  #socket: WebSocket;
  #nextId = 1;
  #pending = new Map<number, Pending>();
  /** Called with the payload of every call of a binding, in order. */
  onBinding: (name: string, payload: string) => void = () => undefined;

  /** Called when the connection is gone, whoever ended it; maybe more than once. */
  onClosed: () => void = () => undefined;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => this.#receive(String(data)));
    socket.on('close', () => this.#end());
    socket.on('error', () => this.#end());
  }

  /**
   * @param through a connection to that address, where it is out of reach from here
   * @throws the socket's error when nothing listens at the address
   */
  static connect(url: string, through: Socket | null = null): Promise<Inspector> {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(url, {
        maxPayload: 256 * 1024 * 1024,
        perMessageDeflate: false,
        ...(through && { createConnection: () => through.setNoDelay() }),
      });
      socket.once('open', () => {
        socket.off('error', reject);
        resolve(new Inspector(socket));
      });
      socket.once('error', reject);
    });
  }

  /** Sends a request and gives its raw result. @throws InspectorError, InspectorClosed */
  send(method: string, params: object = {}): Promise<unknown> {
    if (this.#socket.readyState !== WebSocket.OPEN) return Promise.reject(new InspectorClosed());
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }

  /** Runtime.evaluate as a REPL does it: declarations stay, `await` works at the top. */
  async evaluate(expression: string, options: object = {}): Promise<Evaluation> {
    return v.parse(Evaluation, await this.send('Runtime.evaluate', { expression, ...options }));
  }

  /**
   * Calls a method of an object inside the kernel.
   * @param awaitPromise awaits what it returns; V8 may collect that promise before it has told its value
   */
  async call(
    objectId: string,
    method: string,
    args: object[],
    awaitPromise = true,
  ): Promise<Evaluation> {
    const functionDeclaration = `function(...args) { return this.${method}(...args) }`;
    return v.parse(
      Evaluation,
      await this.send('Runtime.callFunctionOn', {
        objectId,
        functionDeclaration,
        arguments: args,
        awaitPromise,
        returnByValue: true,
      }),
    );
  }

  close(): void {
    this.#socket.terminate();
    this.#end();
  }

  #end(): void {
    this.#rejectAll();
    this.onClosed();
  }

  #receive(text: string): void {
    // The kernel sends the next small message only when this one is acknowledged, which the system
    // puts off for 40 ms unless there is something to send: an unasked pong, which is ignored.
    this.#socket.pong();
    const message = v.safeParse(Message, parseJson(text));
    if (!message.success) return;
    const got = message.output;
    if ('method' in got) {
      if (got.method !== 'Runtime.bindingCalled') return;
      const call = v.safeParse(BindingCall, got.params);
      if (call.success) this.onBinding(call.output.name, call.output.payload);
      return;
    }
    const pending = this.#pending.get(got.id);
    this.#pending.delete(got.id);
    if ('error' in got) pending?.reject(new InspectorError(got.error.message));
    else pending?.resolve(got.result);
  }

  #rejectAll(): void {
    const open = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject } of open) reject(new InspectorClosed());
  }
}

/** A remote value as an argument of a call. */
export function argument(value: RemoteObject | undefined): object {
  if (!value) return {};
  if (value.objectId) return { objectId: value.objectId };
  if (value.unserializableValue) return { unserializableValue: value.unserializableValue };
  return { value: value.value };
}
