/** Numbers on x64 and arm64, and arguments in Perl. */
type Call = readonly [name: string, x64: number, arm64: number, args: string];

/** System calls that reach out of a process, each so that it does no harm where it is allowed. */
const CALLS: readonly Call[] = [
  ['mount', 165, 40, '"none", "/own", "tmpfs", 0, 0'],
  ['umount2', 166, 39, '"/own", 0'],
  ['pivot_root', 155, 41, '"/own", "/own"'],
  ['chroot', 161, 51, '"/own"'],
  ['fsopen', 430, 430, '"tmpfs", 0'],
  ['open_tree', 428, 428, '-100, "/", 0'],
  ['unshare', 272, 97, '0'],
  ['setns', 308, 268, '-1, 0'],
  ['ptrace', 101, 117, '0, 0, 0, 0'],
  ['process_vm_readv', 310, 270, '0, 0, 0, 0, 0, 0'],
  ['process_vm_writev', 311, 271, '0, 0, 0, 0, 0, 0'],
  ['pidfd_open', 434, 434, '1, 0'],
  ['pidfd_getfd', 438, 438, '-1, 0, 0'],
  ['kcmp', 312, 272, '1, 1, 0, 0, 0'],
  ['bpf', 321, 280, '0, 0, 0'],
  ['perf_event_open', 298, 241, '0, 0, -1, -1, 0'],
  ['userfaultfd', 323, 282, '1'],
  ['io_uring_setup', 425, 425, '1, 0'],
  ['keyctl', 250, 219, '0, -3, 0, 0, 0'],
  ['add_key', 248, 217, '"user", "x", "x", 1, -3'],
  ['request_key', 249, 218, '"user", "x", 0, 0'],
  ['memfd_create', 319, 279, '"x", 0'],
  ['seccomp', 317, 277, '2, 0, 0'],
  ['personality', 135, 92, '-1'],
  ['init_module', 175, 105, '0, 0, ""'],
  ['finit_module', 313, 273, '-1, "", 0'],
  ['kexec_load', 246, 104, '0, 0, 0, 0'],
  ['reboot', 169, 142, '0, 0, 0, 0'],
  ['swapon', 167, 224, '"/own", 0'],
  ['syslog', 103, 116, '10, 0, 0'],
  ['acct', 163, 89, '0'],
  ['quotactl', 179, 60, '0, 0, 0, 0'],
  ['open_by_handle_at', 304, 265, '-1, 0, 0'],
  ['name_to_handle_at', 303, 264, '-100, "/", 0, 0, 0'],
  ['fanotify_init', 300, 262, '0, 0'],
  ['inotify_init1', 294, 26, '0'],
  ['settimeofday', 164, 170, '0, 0'],
  ['clock_settime', 227, 112, '0, 0'],
  ['setuid', 105, 146, '0'],
  ['setgid', 106, 144, '0'],
  ['capset', 126, 91, '0, 0'],
  ['setpriority', 141, 140, '0, 0, 0'],
  ['sched_setscheduler', 144, 119, '0, 0, 0'],
  ['clone3', 435, 435, '0, 0'],
  ['fork by clone', 56, 220, '17, 0, 0, 0, 0'],
  ['a user namespace by clone', 56, 220, '0x10000011, 0, 0, 0, 0'],
  ['a netlink socket', 41, 198, '16, 3, 0'],
  ['a packet socket', 41, 198, '17, 3, 0'],
  ['a socket of the hypervisor', 41, 198, '40, 1, 0'],
  ['a socket of the kernel’s ciphers', 41, 198, '38, 5, 0'],
  ['typing into the terminal', 16, 29, '0, 0x5412, "x"'],
  ['being traced by prctl', 157, 167, '0x59616d61, -1, 0, 0, 0'],
  ['giving up its end with its parent', 157, 167, '1, 0, 0, 0, 0'],
];

export const CALL_NAMES = CALLS.map(([name]) => name);

/** Perl that tries them all, and prints for each its name and 0 or the number of its error. */
export function tryCalls(): string {
  const tries = CALLS.map(([name, x64, arm64, args]) => {
    const number = process.arch === 'arm64' ? arm64 : x64;
    const child = name.endsWith('by clone') ? 'syscall($exit, 0) if $r == 0 && $$ != $me;' : '';
    return `$! = 0; $r = syscall(${number}, ${writable(args)}); ${child} print "${name}\\t", ($r == -1 ? $! + 0 : 0), "\\n";`;
  });
  return `$| = 1; $me = $$; $exit = ${process.arch === 'arm64' ? 93 : 60};\n${tries.join('\n')}`;
}

/** What tryCalls() has printed: the number of the error of each; 0 where it was allowed. */
export function readCalls(out: string): Map<string, number> {
  const rows = out
    .trim()
    .split('\n')
    .map((row) => row.split('\t'));
  return new Map(rows.map(([name = '', error]) => [name, Number(error)]));
}

/** Perl hands no constants to the system. */
function writable(args: string): string {
  let next = 0;
  return args.replace(/"[^"]*"/g, (text) => `$text[${next++}] = ${text}`);
}
