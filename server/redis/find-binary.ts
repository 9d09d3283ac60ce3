import os from 'node:os';
import { cacheFolder } from './binary/cache-folder.ts';
import { fromCache } from './binary/from-cache.ts';
import { fromDebian } from './binary/from-debian.ts';
import { fromPath } from './binary/from-path.ts';
import { fromSource } from './binary/from-source.ts';
import { fromVariable } from './binary/from-variable.ts';
import { installSentence } from './binary/install-sentence.ts';
import { linuxDistribution } from './binary/linux-distribution.ts';
import type { RedisBinary, SearchContext } from './binary/redis-binary.ts';
import { RedisMissing } from './binary/redis-missing.ts';

export type { RedisBinary } from './binary/redis-binary.ts';
export { RedisMissing } from './binary/redis-missing.ts';

/**
 * Finds a redis-server that runs on this machine, or gets one: the variable REDISMS_SYSTEM_BINARY, PATH,
 * our cache, the distribution's package unpacked into that cache, the sources compiled into it.
 * `progress` gets a line before anything slow, and one for each thing that did not work.
 * Throws RedisMissing, whose message is one sentence that says how to install a Redis here.
 */
export async function findRedisBinary(
  options: { progress?: (line: string) => void } = {},
): Promise<RedisBinary> {
  const { platform, env } = process;
  const progress = options.progress ?? (() => undefined);
  const context = { cache: cacheFolder({ platform, env, home: os.homedir() }), progress };
  const present = (await fromVariable()) ?? (await fromPath()) ?? (await fromCache(context));
  return present ?? (await obtain(context));
}

async function obtain(context: SearchContext): Promise<RedisBinary> {
  const reasons: string[] = [];
  for (const step of [fromDebian, fromSource]) {
    try {
      const binary = await step(context);
      if (binary) return binary;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      reasons.push(reason);
      context.progress(`That did not work: ${reason}`);
    }
  }
  throw new RedisMissing(installSentence(process.platform, await linuxDistribution()), reasons);
}
