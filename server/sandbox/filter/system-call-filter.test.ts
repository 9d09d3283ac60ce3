import { describe, expect, it } from 'vitest';
import { INTERNET, UNIX } from './asked-calls.ts';
import { AND, JUMP_IF_EQUAL, LOAD, RETURN } from './bpf.ts';
import {
  ALLOW,
  ARCHITECTURES,
  KILL_PROCESS,
  REFUSE,
  systemCallFilter,
  UNKNOWN,
} from './system-call-filter.ts';
import { SYSTEM_CALLS, systemCallNumber, type Processor } from './system-calls.ts';

/** What the kernel would do: runs a program on a system call, as Linux does. */
function judge(program: Buffer, architecture: number, number: number, args: number[] = []): number {
  const data = Buffer.alloc(64);
  data.writeUInt32LE(number >>> 0, 0);
  data.writeUInt32LE(architecture >>> 0, 4);
  args.forEach((value, index) => data.writeBigUInt64LE(BigInt(value), 16 + 8 * index));
  let accumulator = 0;
  for (let at = 0; at < program.length; at += 8) {
    const code = program.readUInt16LE(at);
    const operand = program.readUInt32LE(at + 4);
    if (code === LOAD) accumulator = data.readUInt32LE(operand);
    else if (code === AND) accumulator = (accumulator & operand) >>> 0;
    else if (code === JUMP_IF_EQUAL)
      at += 8 * program.readUInt8(at + (accumulator === operand ? 2 : 3));
    else if (code === RETURN) return operand;
    else throw new Error(`No such instruction: ${code}`);
  }
  throw new Error('The program has no end.');
}

const PROCESSORS: Processor[] = ['x64', 'arm64'];

describe.each(PROCESSORS)('the filter of %s', (processor) => {
  const program = systemCallFilter(processor, [UNIX, INTERNET]);
  const call = (name: string, ...args: number[]) => {
    const number = systemCallNumber(name, processor);
    if (number === null) throw new Error(`${processor} has no ${name}`);
    return judge(program, ARCHITECTURES[processor], number, args);
  };
  const byNumber = (number: number) => judge(program, ARCHITECTURES[processor], number);

  it('is a program that Linux takes: short enough, every jump lands inside', () => {
    const length = program.length / 8;
    expect(length).toBeLessThan(4096);
    for (let at = 0; at < length; at++) {
      if (program.readUInt16LE(at * 8) !== JUMP_IF_EQUAL) continue;
      const jumps = [program[at * 8 + 2] ?? 0, program[at * 8 + 3] ?? 0];
      expect(at + Math.max(...jumps) + 1).toBeLessThan(length);
    }
  });

  it('allows every call of the table that is not asked about its arguments', () => {
    const asked = ['clone', 'socket', 'socketpair', 'ioctl', 'prctl'];
    for (const name of SYSTEM_CALLS) {
      if (asked.includes(name) || systemCallNumber(name, processor) === null) continue;
      expect([name, call(name)]).toEqual([name, ALLOW]);
    }
  });

  it('knows no other call', () => {
    const known = new Set(SYSTEM_CALLS.map((name) => systemCallNumber(name, processor)));
    for (let number = 0; number < 600; number++) {
      if (!known.has(number)) expect([number, byNumber(number)]).toEqual([number, UNKNOWN]);
    }
    // Calls of the x32 interface have this bit set.
    expect(byNumber(0x4000_0000)).toBe(UNKNOWN);
    expect(byNumber(-1)).toBe(UNKNOWN);
  });

  it('kills a process that calls as if on another processor', () => {
    const other = processor === 'x64' ? 0x4000_0003 : 0x4000_0028;
    expect(judge(program, other, systemCallNumber('read', processor) ?? 0)).toBe(KILL_PROCESS);
  });

  it('allows threads, but neither processes nor namespaces', () => {
    const thread = 0x3d_0f00;
    expect(call('clone', thread)).toBe(ALLOW);
    // As fork() and vfork() do it.
    expect(call('clone', 0x0120_0011)).toBe(REFUSE);
    expect(call('clone', 0x4111)).toBe(REFUSE);
    for (const shift of [17, 25, 26, 27, 28, 29, 30]) {
      expect(call('clone', thread + 2 ** shift)).toBe(REFUSE);
    }
  });

  it('allows the sockets that were asked for alone', () => {
    const [netlink, packet, alg, vsock] = [16, 17, 38, 40];
    expect(call('socket', UNIX)).toBe(ALLOW);
    expect(call('socket', INTERNET)).toBe(ALLOW);
    for (const family of [0, 10, netlink, packet, alg, vsock])
      expect(call('socket', family)).toBe(REFUSE);
    const narrower = systemCallFilter(processor, [UNIX]);
    const number = systemCallNumber('socket', processor) ?? -1;
    expect(judge(narrower, ARCHITECTURES[processor], number, [INTERNET])).toBe(REFUSE);
    expect(call('socketpair', UNIX)).toBe(ALLOW);
    expect(call('socketpair', INTERNET)).toBe(REFUSE);
  });

  it('types nothing into a terminal and loads no filter of its own', () => {
    const [typeIn, paste, setSeccomp] = [0x5412, 0x541c, 22];
    expect(call('ioctl', 1, 0x5401)).toBe(ALLOW);
    expect(call('ioctl', 1, typeIn)).toBe(REFUSE);
    expect(call('ioctl', 1, paste)).toBe(REFUSE);
    expect(call('prctl', 15)).toBe(ALLOW);
    expect(call('prctl', setSeccomp)).toBe(REFUSE);
  });
});
