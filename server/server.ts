import { readLimits, type Limits } from './config/limits.ts';
import { readServerName } from './config/server-name.ts';
import { readTrustedProxies } from './config/trusted-proxies.ts';
import { readHostNames } from './http/allowed-hosts.ts';
import { staticFiles, type Handler } from './http/static-files.ts';
import { WebServer } from './http/web-server.ts';
import type { Log } from './log/log.ts';
import { standardLog } from './log/standard-log.ts';
import { countedLog } from './metrics/counted-log.ts';
import { readMetrics } from './metrics/read-metrics.ts';
import { ServerMetrics } from './metrics/server-metrics.ts';
import { findRedisBinary } from './redis/find-binary.ts';
import { describeSandbox } from './sandbox/describe-sandbox.ts';
import { findSandbox } from './sandbox/find-sandbox.ts';
import type { Sandbox } from './sandbox/sandbox.ts';
import { sandboxFor } from './sandbox/sandbox-for.ts';
import { Connections } from './session/connections.ts';
import { Reception } from './session/reception.ts';
import { SessionRegistry } from './session/registry.ts';
import { RoomPool } from './session/room-pool.ts';
import { RunFolder } from './state/run-folder.ts';

export interface ServerOptions {
  /** 0 = any free one. */
  port: number;
  host: string;
  /** The built page; null when `middleware` serves it. */
  clientDir: string | null;
  middleware?: Handler;
  /** Where buildKernelFiles() has put its file. */
  kernelDir: string;
  log?: Log;
  /** Instead of those from the environment. */
  limits?: Partial<Limits>;
  /** Its name among several servers, instead of STREAMBOOK_NAME. */
  name?: string;
  /** Names that the server answers to besides localhost and addresses. */
  hostNames?: readonly string[];
  /** Reverse proxies in front whose X-Forwarded-For is believed, instead of STREAMBOOK_TRUST_PROXY. */
  trustedProxies?: number;
  /** How kernels and Redis are confined, instead of what this machine has. */
  sandbox?: Sandbox;
}

export interface RunningServer {
  url: string;
  port: number;
  registry: SessionRegistry;
  pool: RoomPool;
  /**
   * Takes nobody new, tells every page that the server is about to be restarted, and lets cells that
   * run finish, for so long as limits allow.
   * @param signal ends the waiting
   */
  drain(signal: AbortSignal): Promise<void>;
  /** Ends every session, process, socket and file of this server. */
  close(): Promise<void>;
}

/**
 * Starts all of Streambook: finds a Redis, warms a kernel, serves the page.
 * @throws RedisMissing, or the system's error when the port cannot be had; nothing is left then
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const metrics = new ServerMetrics();
  const log = countedLog(options.log ?? standardLog(process.env), metrics);
  const limits = { ...readLimits(process.env), ...options.limits };
  const trustedProxies = options.trustedProxies ?? readTrustedProxies(process.env);
  const name = options.name ?? readServerName(process.env);
  const binary = await findRedisBinary({ progress: (line) => log.info(line) });
  const wanted = options.sandbox ?? (await findSandbox());
  const folder = RunFolder.open();
  const sandbox = await sandboxFor(wanted, binary, folder, options.host).catch((error: unknown) => {
    folder.close();
    throw error;
  });
  log.info(describeSandbox(sandbox));
  const boot = `${options.kernelDir}/boot.mjs`;
  const pool = new RoomPool({ boot, binary, folder, limits, sandbox, log });
  const registry = new SessionRegistry(pool, limits, log, name);
  const connections = new Connections(registry, limits, log);
  const reception = new Reception(limits, log, (...page) => connections.open(...page));
  const web: WebServer = new WebServer({
    hostNames: options.hostNames ?? readHostNames(process.env['STREAMBOOK_HOSTS']),
    page: options.middleware ?? staticFiles(options.clientDir ?? ''),
    policy: options.middleware === undefined,
    isReady: () => registry.hasRoom,
    trustedProxies,
    helloMs: limits.helloMs,
    onSocket: (socket, address) => reception.receive(socket, address),
    metrics: () => readMetrics(metrics, { registry, pool, web, limits }),
    metricsToken: process.env['STREAMBOOK_METRICS_TOKEN'] || null,
  });
  const drain = (signal: AbortSignal) => {
    web.drain();
    return connections.drain(signal);
  };
  const close = async () => {
    await web.close();
    await registry.close();
    await pool.close();
    folder.close();
  };
  try {
    await web.listen(options.port, options.host);
  } catch (error) {
    await close();
    throw error;
  }
  const address = web.http.address();
  const port = typeof address === 'object' && address ? address.port : options.port;
  const shown = options.host.includes(':') ? `[${options.host}]` : options.host;
  return { url: `http://${shown}:${port}/`, port, registry, pool, drain, close };
}
