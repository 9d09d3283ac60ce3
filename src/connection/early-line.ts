import type { ClientMessage } from '../../core/protocol/client-message.ts';

/**
 * A line to the server that was opened before the page's scripts were there, by src/entry-early.ts: the
 * session is got ready while the page is.
 */
export interface EarlyLine {
  socket: WebSocket;
  /** True once hello has been said. */
  isGreeted: boolean;
  /** What the server has said since, as it came. */
  heard: unknown[];
}

const NAME = 'streambookEarlyLine';

/**
 * Opens the line and says hello, and listens until somebody takes it over. Does nothing when it comes too
 * late: the browser runs early and late scripts in the order in which they arrive.
 */
export function openEarlyLine(url: string, hello: ClientMessage): void {
  if (Reflect.has(globalThis, NAME)) return;
  const socket = new WebSocket(url);
  const line: EarlyLine = { socket, isGreeted: false, heard: [] };
  socket.onopen = () => {
    socket.send(JSON.stringify(hello));
    line.isGreeted = true;
  };
  socket.onmessage = ({ data }: MessageEvent<unknown>) => line.heard.push(data);
  Reflect.set(globalThis, NAME, line);
}

/**
 * The line, once; null when there is none, or none that is open. From then on none is opened any more.
 * Whoever takes it listens to it at once.
 */
export function takeEarlyLine(): EarlyLine | null {
  const line = Reflect.get(globalThis, NAME) as EarlyLine | null | undefined;
  Reflect.set(globalThis, NAME, null);
  return line && line.socket.readyState <= WebSocket.OPEN ? line : null;
}
