import { randomBytes } from 'node:crypto';
import { bootKernel } from './boot-kernel.ts';
import type { RedisAddress } from './command-line.ts';
import { InspectorClosed, type Inspector } from './inspector.ts';
import { Kernel } from './kernel.ts';
import { launch, type Launched, type LaunchOptions } from './launch.ts';
import { within } from './within.ts';
import { HARNESS, type KernelSetup } from './wire.ts';

export interface KernelOptions extends LaunchOptions {
  redis: RedisAddress & { username: string; password: string };
  /** Characters of output that one run may show. */
  maxOutput: number;
  /** ms */
  startMs: number;
  /** False only where the cost of recording commands is measured; true when left out. */
  recordsCommands?: boolean;
}

/** How long what only makes first cells faster may take, in ms. */
const WARM_UP_MS = 3000;

/**
 * Starts a kernel and makes it ready for cells.
 * @throws Error when it is not ready within `startMs`; its process is gone then
 */
export async function startKernel(options: KernelOptions): Promise<Kernel> {
  const launched = await launch(options);
  try {
    return await within(options.startMs, 'The kernel did not start in time.', () =>
      connect(options, launched),
    );
  } catch (error) {
    launched.child.kill('SIGKILL');
    await launched.exited;
    throw error;
  }
}

async function connect(
  { redis: login, maxOutput, recordsCommands = true }: KernelOptions,
  launched: Launched,
): Promise<Kernel> {
  const { child, exited, redis } = launched;
  const inspector = await bootKernel(launched);
  const { result } = await inspector.evaluate(`globalThis.${HARNESS}`);
  await inspector.evaluate(`delete globalThis.${HARNESS}`);
  if (!result.objectId) throw new Error('The kernel has no harness.');
  const helper = `__streambook_${randomBytes(6).toString('hex')}`;
  const setup: KernelSetup = {
    helper,
    redis: {
      path: 'path' in redis ? redis.path : null,
      port: 'port' in redis ? redis.port : null,
      username: login.username,
      password: login.password,
    },
    maxOutput,
    recordsCommands,
  };
  await inspector.call(result.objectId, 'setup', [{ value: setup }], false);
  await warmUp(inspector, result.objectId);
  return new Kernel({ child, exited, inspector, harness: result.objectId, helper, maxOutput });
}

/** No cell needs it: a Redis that does not answer just now, or slowly, must not cost the kernel. */
async function warmUp(inspector: Inspector, harness: string): Promise<void> {
  try {
    await within(WARM_UP_MS, '', () => inspector.call(harness, 'warmUp', []));
  } catch (error) {
    if (error instanceof InspectorClosed) throw error;
  }
}
