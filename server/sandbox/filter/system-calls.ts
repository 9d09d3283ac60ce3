/** A processor whose system calls are known, as Node.js names it. */
export type Processor = 'x64' | 'arm64';

/**
 * Numbers of system calls, `name x64 arm64`; `-` where a processor has no such call. They are part of
 * the interface of Linux, which never changes them.
 */
const NUMBERS = `
read 0 63, write 1 64, readv 19 65, writev 20 66, pread64 17 67, pwrite64 18 68, preadv 295 69,
pwritev 296 70, preadv2 327 286, pwritev2 328 287, open 2 -, openat 257 56, close 3 57,
close_range 436 436, lseek 8 62, fstat 5 80, stat 4 -, lstat 6 -, newfstatat 262 79,
statx 332 291, access 21 -, faccessat 269 48, faccessat2 439 439, readlink 89 -,
readlinkat 267 78, getdents64 217 61, getcwd 79 17, fcntl 72 25, dup 32 23, dup2 33 -,
dup3 292 24, pipe 22 -, pipe2 293 59, ftruncate 77 46, fsync 74 82, fdatasync 75 83,
unlink 87 -, unlinkat 263 35, statfs 137 43, fstatfs 138 44, fadvise64 221 223, umask 95 166,
chmod 90 -, fchmod 91 52, fchmodat 268 53, flock 73 32, sendfile 40 71,
brk 12 214, mmap 9 222, munmap 11 215, mprotect 10 226, mremap 25 216, madvise 28 233,
mincore 27 232, membarrier 324 283, pkey_alloc 330 289, pkey_mprotect 329 288,
pkey_free 331 290,
poll 7 -, ppoll 271 73, select 23 -, pselect6 270 72, epoll_create 213 -, epoll_create1 291 20,
epoll_ctl 233 21, epoll_wait 232 -, epoll_pwait 281 22, epoll_pwait2 441 441, eventfd 284 -,
eventfd2 290 19, timerfd_create 283 85, timerfd_settime 286 86, timerfd_gettime 287 87,
bind 49 200, connect 42 203, listen 50 201, accept 43 202, accept4 288 242, getsockname 51 204,
getpeername 52 205, getsockopt 55 209, setsockopt 54 208, shutdown 48 210, sendto 44 206,
recvfrom 45 207, sendmsg 46 211, recvmsg 47 212, sendmmsg 307 269, recvmmsg 299 243,
futex 202 98, set_robust_list 273 99, get_robust_list 274 100, rseq 334 293,
set_tid_address 218 96, gettid 186 178, getpid 39 172, getppid 110 173, exit 60 93,
exit_group 231 94, sched_yield 24 124, sched_getaffinity 204 123, sched_getparam 143 121,
sched_getscheduler 145 120, sched_get_priority_max 146 125, sched_get_priority_min 147 126,
arch_prctl 158 -, execve 59 221,
rt_sigaction 13 134, rt_sigprocmask 14 135, rt_sigreturn 15 139, rt_sigpending 127 136,
rt_sigtimedwait 128 137, sigaltstack 131 132, tgkill 234 131, kill 62 129,
restart_syscall 219 128, wait4 61 260,
clock_gettime 228 113, clock_getres 229 114, clock_nanosleep 230 115, nanosleep 35 101,
gettimeofday 96 169, time 201 -, times 100 153, getitimer 36 102, setitimer 38 103,
uname 63 160, sysinfo 99 179, getrusage 98 165, getrlimit 97 163, prlimit64 302 261,
getrandom 318 278, getuid 102 174, geteuid 107 175, getgid 104 176, getegid 108 177,
getgroups 115 158, getresuid 118 148, getresgid 120 150, getcpu 309 168,
clone 56 220, socket 41 198, socketpair 53 199, ioctl 16 29, prctl 157 167,
`;

const TABLE = new Map(
  NUMBERS.split(',')
    .map((row) => row.trim().split(' '))
    .filter((row) => row.length === 3)
    .map(([name = '', x64, arm64]) => [name, { x64: numberIn(x64), arm64: numberIn(arm64) }]),
);

function numberIn(text: string | undefined): number | null {
  return text === undefined || text === '-' ? null : Number(text);
}

/** The names of all calls that are known. */
export const SYSTEM_CALLS: readonly string[] = [...TABLE.keys()];

/**
 * The number of a system call; null where this processor has none of that name.
 * @throws Error for a name that is not known
 */
export function systemCallNumber(name: string, processor: Processor): number | null {
  const numbers = TABLE.get(name);
  if (!numbers) throw new Error(`There is no system call ${name} in the table.`);
  return numbers[processor];
}
