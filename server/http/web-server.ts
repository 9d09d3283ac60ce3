import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { MAX_MESSAGE_BYTES } from '../../core/limits/limits.ts';
import { isAllowedHost, isOwnOrigin } from './allowed-hosts.ts';
import { clientAddress } from './client-address.ts';
import { METRICS_TYPE } from '../metrics/text-format.ts';
import { mayReadMetrics } from '../metrics/may-read-metrics.ts';
import { setSecurityHeaders } from './security-headers.ts';
import { SentBytes } from './sent-bytes.ts';
import type { Handler } from './static-files.ts';

/** Where pages connect to; `at` tells a balancer which of several servers they were at. */
const SOCKET_PATH = /^\/session(\?at=[a-z0-9-]{1,20})?$/;

/** A page that does not answer within this time (ms) is taken for gone. */
const HEARTBEAT_MS = 30_000;

export interface WebServerOptions {
  hostNames: readonly string[];
  /** Serves the page. */
  page: Handler;
  /** Sends the page's content security policy; off while developing. */
  policy: boolean;
  /** What /metrics says. */
  metrics(): string;
  /** Lets others than this machine read it; null when nobody else may. */
  metricsToken: string | null;
  /** True when one more learner can be taken. */
  isReady(): boolean;
  /** Reverse proxies in front whose X-Forwarded-For is believed. */
  trustedProxies: number;
  /** How long a connection may take to ask for something, in ms. */
  helloMs: number;
  /** @param address where the page comes from */
  onSocket(socket: WebSocket, address: string): void;
}

/**
 * The HTTP side: the page, `/healthz`, and the WebSocket at `/session`. Answers its own page only:
 * Host and Origin are checked on everything.
 */
export class WebServer {
  readonly http: Server;
  #sockets: WebSocketServer;
  #options: WebServerOptions;
  #heartbeat: NodeJS.Timeout;
  #sent: SentBytes;
  #isDraining = false;

  constructor(options: WebServerOptions) {
    this.#options = options;
    this.#sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES });
    const { helloMs } = options;
    // Nobody who waits for the rest of a request may hold a connection for long.
    const bounds = {
      headersTimeout: helloMs,
      requestTimeout: helloMs,
      connectionsCheckingInterval: Math.max(100, Math.ceil(helloMs / 2)),
    };
    this.http = createServer(bounds, (request, response) => this.#answer(request, response));
    this.http.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
    this.#sent = new SentBytes(this.http);
    const alive = new WeakSet<WebSocket>();
    this.#sockets.on('connection', (socket, request) => {
      alive.add(socket);
      socket.on('pong', () => alive.add(socket));
      options.onSocket(socket, this.#addressOf(request));
    });
    this.#heartbeat = setInterval(() => {
      for (const socket of this.#sockets.clients) {
        if (!alive.delete(socket)) socket.terminate();
        else socket.ping();
      }
    }, HEARTBEAT_MS);
  }

  /** Pages that are connected. */
  get pages(): number {
    return this.#sockets.clients.size;
  }

  /** Bytes sent to everybody since the start. */
  get sentBytes(): number {
    return this.#sent.total;
  }

  /** @throws the system's error when the port is taken (EADDRINUSE) or not allowed (EACCES) */
  listen(port: number, host: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.http.once('error', reject);
      this.http.listen(port, host, () => {
        this.http.off('error', reject);
        resolve();
      });
    });
  }

  /** Takes no page any more, and tells whoever asks that the server is about to end. */
  drain(): void {
    this.#isDraining = true;
  }

  /** Says goodbye to every page, and stops listening. */
  async close(): Promise<void> {
    clearInterval(this.#heartbeat);
    for (const socket of this.#sockets.clients) socket.close(1001, 'The server is shutting down.');
    const closed = new Promise<void>((resolve) => this.http.close(() => resolve()));
    this.http.closeIdleConnections();
    const late = setTimeout(() => {
      for (const socket of this.#sockets.clients) socket.terminate();
      this.http.closeAllConnections();
    }, 500);
    await closed;
    clearTimeout(late);
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    setSecurityHeaders(response, this.#options.policy);
    // A balancer in front is to open its next connection elsewhere.
    if (this.#isDraining) response.setHeader('Connection', 'close');
    const { host, origin } = request.headers;
    if (!isAllowedHost(host, this.#options.hostNames)) {
      refuse(
        response,
        403,
        `This server does not answer to the name "${host ?? ''}". Whoever runs it can list it in STREAMBOOK_HOSTS.`,
      );
    } else if (origin !== undefined && !isOwnOrigin(origin, host)) {
      refuse(response, 403, 'This server answers its own page only.');
    } else if (request.method !== 'GET' && request.method !== 'HEAD') {
      refuse(response, 405, 'Only GET and HEAD are answered here.');
    } else if (request.url === '/healthz') this.#health(response);
    else if (request.url === '/livez') answerLive(response);
    else if (request.url === '/metrics') this.#metrics(request, response);
    else
      this.#options.page(request, response, () => refuse(response, 404, 'There is nothing here.'));
  }

  #addressOf({ socket, headers }: IncomingMessage): string {
    // Node joins several headers of this name with commas.
    const forwardedFor = headers['x-forwarded-for'];
    return clientAddress(
      { peer: socket.remoteAddress, forwardedFor: String(forwardedFor ?? '') },
      this.#options.trustedProxies,
    );
  }

  #metrics(request: IncomingMessage, response: ServerResponse): void {
    if (!mayReadMetrics(request, this.#options.metricsToken)) {
      refuse(
        response,
        403,
        'Only this machine may read the metrics, or whoever sends the token that STREAMBOOK_METRICS_TOKEN names.',
      );
      return;
    }
    response.writeHead(200, { 'Content-Type': METRICS_TYPE, 'Cache-Control': 'no-store' });
    response.end(this.#options.metrics());
  }

  #health(response: ServerResponse): void {
    const reason = this.#isDraining ? 'draining' : this.#options.isReady() ? null : 'full';
    const ready = reason === null;
    response.writeHead(ready ? 200 : 503, {
      'Content-Type': 'application/json',
      'Cache-Control': 'no-store',
    });
    response.end(JSON.stringify({ ok: ready, reason }));
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    // Other paths belong to the development server.
    if (!SOCKET_PATH.test(request.url ?? '')) {
      if (this.#options.policy) socket.destroy();
      return;
    }
    const { host, origin } = request.headers;
    if (!isAllowedHost(host, this.#options.hostNames) || !isOwnOrigin(origin, host)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    if (this.#isDraining) {
      socket.end('HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nConnection: close\r\n\r\n');
      return;
    }
    this.#sockets.handleUpgrade(request, socket, head, (accepted) => {
      this.#sockets.emit('connection', accepted, request);
    });
  }
}

/** A server that is full is alive: whoever restarts what does not answer must not restart it. */
function answerLive(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify({ ok: true }));
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${text}\n`);
}
