// Runs scripts one after the other in this process, as the parent names them, and tells how each ended.

/** A script that ends the process means only itself. */
class Exit extends Error {
  /** @param {number} code */
  constructor(code) {
    super(`exit ${code}`);
    this.code = code;
  }
}

process.exit = (code) => {
  throw new Exit(Number(code ?? 0));
};

const said = { stdout: '', stderr: '' };
for (const name of /** @type {const} */ (['stdout', 'stderr'])) {
  process[name].write = (/** @type {unknown} */ text) => {
    said[name] += String(text);
    return true;
  };
}

/** Connections that are open; an ended one goes with the turn in which it was closed. */
async function openConnections() {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
  return process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length;
}

process.on('message', async (/** @type {{ url: string, redis: string }} */ { url, redis }) => {
  said.stdout = '';
  said.stderr = '';
  process.env['REDIS_URL'] = redis;
  let code = 0;
  try {
    await import(url);
  } catch (error) {
    code = error instanceof Exit ? error.code : 1;
    if (!(error instanceof Exit)) said.stderr += error instanceof Error ? error.stack : String(error);
  }
  process.send?.({ code, ...said, open: await openConnections() });
});
