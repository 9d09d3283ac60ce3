import type { CommandLine } from './command-line.ts';
import type { Mount } from './confinement.ts';

/**
 * Descriptors that bubblewrap is started with: where it writes what it has made, where it reads the
 * filter from, and what it waits for before it starts the program.
 */
export const INFO_FD = 3;
export const FILTER_FD = 4;
export const BLOCK_FD = 5;

/** Bytes of the private file system that everything is mounted in. */
const ROOT_BYTES = 1024 * 1024;

/**
 * What bubblewrap is given: the program alone in namespaces of its own, with no network,
 * no capabilities, and a file system that holds nothing but the mounts and cannot be written
 * where they cannot. It dies with whoever has started it.
 */
export function bwrapArguments(
  { file, args, env }: CommandLine,
  mounts: readonly Mount[],
): string[] {
  return [
    ...['--unshare-user', '--unshare-pid', '--unshare-net', '--unshare-ipc', '--unshare-uts'],
    '--unshare-cgroup-try',
    ...['--die-with-parent', '--new-session'],
    ...['--cap-drop', 'ALL', '--hostname', 'streambook'],
    ...['--info-fd', String(INFO_FD), '--seccomp', String(FILTER_FD)],
    ...['--block-fd', String(BLOCK_FD)],
    '--clearenv',
    ...Object.entries(env).flatMap(([name, value]) => ['--setenv', name, value]),
    ...['--size', String(ROOT_BYTES), '--tmpfs', '/'],
    ...['/dev/null', '/dev/urandom'].flatMap((device) => ['--dev-bind', device, device]),
    ...mounts.flatMap(({ from, to, writable }) => [writable ? '--bind' : '--ro-bind', from, to]),
    // There is no /proc, which tells about the machine; Deno asks it for the path of its own binary.
    ...['--dir', '/proc/self', '--symlink', file, '/proc/self/exe'],
    ...['--remount-ro', '/', '--chdir', '/', '--', file, ...args],
  ];
}
