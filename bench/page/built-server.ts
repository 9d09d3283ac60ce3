import { ensureBuilt } from '../../scripts/lib/ensure-built.mjs';
import { inRoot } from '../../scripts/lib/root.mjs';
import { Steps } from '../../scripts/lib/steps.mjs';
import { silentLog } from '../../server/log/log.ts';
import { startServer, type RunningServer } from '../../server/server.ts';

/** The built page on a server in this process; built first, when it is not. */
export async function startBuiltServer(): Promise<RunningServer> {
  await ensureBuilt(new Steps());
  return startServer({
    port: 0,
    host: '127.0.0.1',
    clientDir: inRoot('dist', 'client'),
    kernelDir: inRoot('dist', 'kernel'),
    log: silentLog,
  });
}
