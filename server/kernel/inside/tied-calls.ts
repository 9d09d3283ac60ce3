import type { RunContext } from './run-context.ts';

export type Reply = Promise<unknown>;

/** The reply, or Interrupted as soon as the run is stopped; an error gets the place in the cell that asked. */
export function tied(run: RunContext, send: () => Reply): Reply {
  const site: { stack?: string } = {};
  Error.captureStackTrace(site, tied);
  run.activity++;
  return new Promise((resolve, reject) => {
    run.calls.add(reject);
    sendAcrossCut(run, send).then(
      (reply) => {
        run.calls.delete(reject);
        run.activity++;
        resolve(reply);
      },
      (error: unknown) => {
        run.calls.delete(reject);
        addSite(error, site);
        reject(error);
      },
    );
  });
}

let lastCut = -Infinity;

/** After Stop has cut connections, a call may still meet one that does not know it yet; ms. */
const CUT_IS_NOTICED_AFTER = 5000;

/** What node-redis says when it meets one. */
const LOST = /Socket closed unexpectedly|EPIPE|ECONNRESET/;

/** The server cuts the connections of this kernel now. */
export function connectionsAreCut(): void {
  lastCut = Date.now();
}

/** A call that met a connection which Stop has cut was never read by Redis: it is sent again, once. */
async function sendAcrossCut(run: RunContext, send: () => Reply): Reply {
  try {
    return await send();
  } catch (error) {
    const lost = error instanceof Error && LOST.test(error.message);
    const cut = Date.now() - lastCut < CUT_IS_NOTICED_AFTER;
    if (!lost || !cut || run.cancelled) throw error;
    return send();
  }
}

/** Errors of the server are made when the reply is read, far from the cell: add the frames of the call. */
function addSite(error: unknown, site: { stack?: string }): void {
  if (!(error instanceof Error) || typeof error.stack !== 'string' || error.stack.includes('cell:'))
    return;
  const frames = String(site.stack)
    .split('\n')
    .filter((line) => line.includes('cell:'));
  error.stack = [error.stack, ...frames].join('\n');
}
