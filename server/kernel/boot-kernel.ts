import { Inspector } from './inspector.ts';
import type { Launched } from './launch.ts';
import { BINDING } from './wire.ts';

/**
 * Lets the boot file run in a process that waits for it.
 * @throws Error with why, when the process ends before that
 */
export async function bootKernel({ exited, url, dial }: Launched): Promise<Inspector> {
  const died = exited.then(({ notice }) => Promise.reject(new Error(notice)));
  // It will die some day, when nobody waits for this any more.
  died.catch(() => undefined);
  const address = await Promise.race([url, died]);
  const socket = dial && (await dial(Number(new URL(address).port)));
  const inspector = await Inspector.connect(address, socket);
  const booted = new Promise<void>((resolve) => {
    inspector.onBinding = () => resolve();
  });
  await inspector.send('Runtime.enable');
  await inspector.send('Runtime.addBinding', { name: BINDING });
  await inspector.send('Runtime.runIfWaitingForDebugger');
  await Promise.race([booted, died]);
  return inspector;
}
