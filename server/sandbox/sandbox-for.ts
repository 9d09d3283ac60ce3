import { isLoopback } from '../config/exposure.ts';
import { whyNotBehind } from '../redis/why-not-behind.ts';
import type { RedisBinary } from '../redis/find-binary.ts';
import type { RunFolder } from '../state/run-folder.ts';
import { bareSandbox } from './find-sandbox.ts';
import type { Sandbox } from './sandbox.ts';

/**
 * The sandbox in which this Redis runs. Where it does not run behind the wall, a server that only its
 * own machine reaches goes without one, for kernels too, which reach Redis as the same user.
 * @param host where the server listens
 * @throws Error with what to do, when others reach it
 */
export async function sandboxFor(
  sandbox: Sandbox,
  binary: RedisBinary,
  folder: RunFolder,
  host: string,
): Promise<Sandbox> {
  const reason = await whyNotBehind(binary, sandbox, folder);
  if (reason === null) return sandbox;
  if (isLoopback(host)) return bareSandbox(reason);
  throw new Error(
    `${reason}: REDISMS_SYSTEM_BINARY must be the program itself, not a script that starts it.`,
  );
}
