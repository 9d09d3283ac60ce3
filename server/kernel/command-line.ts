import type { CommandLine } from '../sandbox/command-line.ts';

/** Where a kernel's Redis listens: a unix socket, or a port of 127.0.0.1 where there are none. */
export type RedisAddress = { path: string } | { port: number };

/**
 * The command line of a kernel: Deno with every permission denied but its own Redis.
 * @param deno path of the binary
 * @param boot path of the bundled boot file
 * @param heapMegabytes bound of V8's heap
 * @param codeCache folder with what V8 has made of the boot file; null where there is none
 */
export function kernelCommandLine(
  deno: string,
  boot: string,
  redis: RedisAddress,
  heapMegabytes: number,
  codeCache: string | null,
): CommandLine {
  return {
    file: deno,
    args: [
      'run',
      '--no-prompt',
      '--no-config',
      '--no-lock',
      '--no-remote',
      '--no-npm',
      '--cached-only',
      '--deny-import',
      '--ignore-env',
      '--inspect-wait=127.0.0.1:0',
      '--inspect-publish-uid=stderr',
      `--v8-flags=--max-old-space-size=${heapMegabytes}`,
      ...redisPermissions(redis),
      boot,
    ],
    env: {
      // A place where nothing can be written: storage would be shared between learners.
      DENO_DIR: codeCache ?? (process.platform === 'win32' ? 'NUL\\x' : '/dev/null/x'),
      NO_COLOR: '1',
      DENO_NO_UPDATE_CHECK: '1',
    },
  };
}

function redisPermissions(redis: RedisAddress): string[] {
  if ('port' in redis) return [`--allow-net=127.0.0.1:${redis.port}`];
  const { path } = redis;
  return [`--allow-net=unix:${path}`, `--allow-read=${path}`, `--allow-write=${path}`];
}
