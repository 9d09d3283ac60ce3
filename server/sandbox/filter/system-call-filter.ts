import { askedCalls, type AskedCall } from './asked-calls.ts';
import { and, answer, encode, load, leaveOutIf, leaveOutUnless, type Instruction } from './bpf.ts';
import { SYSTEM_CALLS, systemCallNumber, type Processor } from './system-calls.ts';

/** What the kernel does with a call. */
export const ALLOW = 0x7fff_0000;
export const KILL_PROCESS = 0x8000_0000;
const FAIL = 0x0005_0000;
/** EPERM: the call is known, but not with these arguments. */
export const REFUSE = FAIL | 1;
/** ENOSYS: programs then do without, as on an older kernel; clone3 makes way for clone, which can be looked at. */
export const UNKNOWN = FAIL | 38;

/** Offsets in `struct seccomp_data`. */
const NUMBER = 0;
const ARCHITECTURE = 4;
const argumentAt = (index: number) => 16 + 8 * index;

/** AUDIT_ARCH_X86_64 and AUDIT_ARCH_AARCH64: numbers mean something else for any other. */
export const ARCHITECTURES: Record<Processor, number> = { x64: 0xc000_003e, arm64: 0xc000_00b7 };

/**
 * The system calls that a kernel and a Redis need, and no others, as a seccomp program: files that
 * are there, memory, sockets of the given families, threads, clocks. No other process is started,
 * traced or entered, nothing is mounted, no namespace made, no key, no BPF, no io_uring.
 * @param families of sockets, as in asked-calls.ts
 */
export function systemCallFilter(processor: Processor, families: readonly number[]): Buffer {
  const asked = askedCalls(families);
  const names = new Set(asked.map(({ name }) => name));
  return encode([
    load(ARCHITECTURE),
    leaveOutIf(ARCHITECTURES[processor], 1),
    answer(KILL_PROCESS),
    load(NUMBER),
    ...SYSTEM_CALLS.filter((name) => !names.has(name)).flatMap((name) => {
      const number = systemCallNumber(name, processor);
      return number === null ? [] : [leaveOutUnless(number, 1), answer(ALLOW)];
    }),
    ...asked.flatMap((call) => ask(call, processor)),
    answer(UNKNOWN),
  ]);
}

function ask({ name, argument, mask, values }: AskedCall, processor: Processor): Instruction[] {
  const number = systemCallNumber(name, processor);
  if (number === null) return [];
  const look = [
    load(argumentAt(argument)),
    and(mask),
    ...values.flatMap((value) => [leaveOutUnless(value, 1), answer(ALLOW)]),
    answer(REFUSE),
  ];
  return [leaveOutUnless(number, look.length), ...look];
}
