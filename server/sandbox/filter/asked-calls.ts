/** A system call that is allowed with some values of one argument only. */
export interface AskedCall {
  readonly name: string;
  /** Index of the argument; its lower 32 bits are looked at. */
  readonly argument: number;
  /** The bits that count. */
  readonly mask: number;
  readonly values: readonly number[];
}

/** Families of sockets. */
export const UNIX = 1;
export const INTERNET = 2;

const CLONE_THREAD = 0x1_0000;
/** A namespace of its own: mount, cgroup, uts, ipc, user, pid, net. */
const CLONE_NEW = 0x7e02_0000;

const PR_GET_DUMPABLE = 3;
const PR_SET_NAME = 15;
const PR_GET_NAME = 16;
const PR_SET_THP_DISABLE = 41;
const PR_SET_VMA = 0x53_56_4d_41;

const TCGETS = 0x5401;
const TIOCGWINSZ = 0x5413;
const FIONREAD = 0x541b;
const FIONBIO = 0x5421;
const FIOCLEX = 0x5451;

const ALL = 0xffff_ffff;

/** Threads but no processes, the given families of sockets, and what is harmless of two big calls. */
export function askedCalls(families: readonly number[]): AskedCall[] {
  return [
    { name: 'clone', argument: 0, mask: CLONE_THREAD | CLONE_NEW, values: [CLONE_THREAD] },
    { name: 'socket', argument: 0, mask: ALL, values: families },
    { name: 'socketpair', argument: 0, mask: ALL, values: [UNIX] },
    {
      name: 'ioctl',
      argument: 1,
      mask: ALL,
      values: [TCGETS, TIOCGWINSZ, FIONREAD, FIONBIO, FIOCLEX],
    },
    {
      name: 'prctl',
      argument: 0,
      mask: ALL,
      values: [PR_GET_DUMPABLE, PR_SET_NAME, PR_GET_NAME, PR_SET_THP_DISABLE, PR_SET_VMA],
    },
  ];
}
