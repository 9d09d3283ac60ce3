import { startServer, type RunningServer, type ServerOptions } from '../../server/server.ts';
import { silentLog } from '../../server/log/log.ts';
import { KERNEL_FOLDER } from './kernel-folder.ts';

/** A whole server on a free port, with real kernels and Redis; without a page unless one is given. */
export function startTestServer(options: Partial<ServerOptions> = {}): Promise<RunningServer> {
  return startServer({
    port: 0,
    host: '127.0.0.1',
    clientDir: null,
    middleware: (_request, _response, next) => next(),
    kernelDir: KERNEL_FOLDER,
    log: silentLog,
    ...options,
    // Few tests are about spares: what they cost is better spent. And what a cell changed is told whole on
    // the busiest machine.
    limits: { spares: 1, mostSpares: 1, refillMs: 0, lastLookMs: 30_000, ...options.limits },
  });
}
