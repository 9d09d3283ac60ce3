import { networkInterfaces } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Log } from './log/log.ts';
import { standardLog } from './log/standard-log.ts';
import { addressesOfMachine } from './config/addresses-of-machine.ts';
import { mayServe } from './config/exposure.ts';
import { readPort } from './config/read-port.ts';
import { RedisMissing } from './redis/find-binary.ts';
import { linuxDistribution } from './redis/binary/linux-distribution.ts';
import { findSandbox } from './sandbox/find-sandbox.ts';
import { wallMissing } from './sandbox/wall-missing.ts';
import { startServer, type RunningServer } from './server.ts';

/** The built files stand beside each other: dist/server, dist/client, dist/kernel. */
const dist = (folder: string) => fileURLToPath(new URL(`../${folder}`, import.meta.url));

const host = process.env['HOST'] || '127.0.0.1';

async function main(): Promise<void> {
  const port = readPort(process.env['PORT']);
  const log = standardLog(process.env);
  const starting = checkExposure(log).then(() =>
    startServer({ port, host, clientDir: dist('client'), kernelDir: dist('kernel'), log }),
  );
  closeOnSignals(starting);
  const server = await starting;
  log.info(`Streambook is at ${server.url} (Ctrl+C ends it)`);
  const others = addressesOfMachine({ host, url: server.url }, networkInterfaces());
  if (others.length > 0) log.info(`Other machines reach it at ${others.join(' or ')}`);
}

/** @throws NotServed when strangers could reach what is not walled */
async function checkExposure(log: Log): Promise<void> {
  const { wall, reason } = await findSandbox();
  const verdict = mayServe({
    host,
    walled: wall !== null,
    workshop: process.env['STREAMBOOK_WORKSHOP'] === 'yes',
    remedy: wallMissing(process.platform, await linuxDistribution(), reason),
    env: process.env,
  });
  if (verdict.may === 'not serve') throw new NotServed(verdict.text);
  if (verdict.may === 'serve with a warning') log.info(verdict.text);
}

class NotServed extends Error {}

/**
 * Installed before anything is started, so that a signal at any moment leaves nothing behind. The first
 * one lets cells finish, the second one does not wait for them, the third one waits for nothing.
 */
function closeOnSignals(starting: Promise<RunningServer>): void {
  const impatience = new AbortController();
  let signals = 0;
  const end = async () => {
    const server = await starting;
    await server.drain(impatience.signal);
    await server.close();
  };
  const onSignal = () => {
    signals++;
    if (signals === 2) impatience.abort();
    if (signals > 2) process.exit(1);
    if (signals > 1) return;
    end().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
}

/** One sentence that says what to do, for what is not a fault of ours. */
function sentence(error: unknown): string | null {
  if (error instanceof RedisMissing || error instanceof NotServed) return error.message;
  if (!(error instanceof Error)) return null;
  const code = 'code' in error ? error.code : null;
  const port = process.env['PORT'] ?? '4000';
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken: end what uses it, or choose another one, as in "PORT=4001 npm start".`;
  if (code === 'EACCES')
    return `Port ${port} needs more rights than you have: choose one above 1023, as in "PORT=4000 npm start".`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `This machine has no address "${host}": set HOST to one that it has, or leave it out.`;
  return /must be|no space left|Deno|node_modules/.test(error.message) ? error.message : null;
}

main().catch((error: unknown) => {
  console.error(sentence(error) ?? error);
  process.exit(1);
});
