/** Where a kernel's Redis listens: a unix socket, or a port of 127.0.0.1 where there are none. */
export type RedisAddress = { path: string } | { port: number };

/** A program with its arguments and its whole environment. */
export interface CommandLine {
  file: string;
  args: string[];
  env: Record<string, string>;
}

/**
 * The command line of a kernel: Deno with every permission denied but its own Redis.
 * @param deno path of the binary
 * @param boot path of the bundled boot file
 * @param heapMegabytes bound of V8's heap
 */
export function kernelCommandLine(
  deno: string,
  boot: string,
  redis: RedisAddress,
  heapMegabytes: number,
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
      DENO_DIR: process.platform === 'win32' ? 'NUL\\x' : '/dev/null/x',
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

/**
 * The same command, ended by the system when the server dies, however it dies (Linux, util-linux).
 * @param setpriv path of setpriv, or null where there is none: then the end of standard input and
 * the sweep at the next start do it
 */
export function diesWithServer(command: CommandLine, setpriv: string | null): CommandLine {
  if (setpriv === null) return command;
  const args = ['--pdeathsig', 'KILL', '--no-new-privs', '--', command.file, ...command.args];
  return { ...command, file: setpriv, args };
}
