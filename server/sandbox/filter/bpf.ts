/** One instruction of classic BPF: code, jumps (how many to leave out), operand. */
export interface Instruction {
  readonly code: number;
  readonly ifTrue: number;
  readonly ifFalse: number;
  readonly operand: number;
}

/** BPF_LD | BPF_W | BPF_ABS: a word of what is looked at. */
export const LOAD = 0x20;
/** BPF_JMP | BPF_JEQ | BPF_K */
export const JUMP_IF_EQUAL = 0x15;
/** BPF_ALU | BPF_AND | BPF_K */
export const AND = 0x54;
/** BPF_RET | BPF_K */
export const RETURN = 0x06;

export const load = (offset: number): Instruction => plain(LOAD, offset);
export const and = (mask: number): Instruction => plain(AND, mask);
export const answer = (action: number): Instruction => plain(RETURN, action);

/** Goes on when the value is this one; leaves out so many instructions (255 at most) when it is not. */
export function leaveOutUnless(value: number, count: number): Instruction {
  return { code: JUMP_IF_EQUAL, ifTrue: 0, ifFalse: bounded(count), operand: value };
}

/** Leaves out so many instructions (255 at most) when the value is this one. */
export function leaveOutIf(value: number, count: number): Instruction {
  return { code: JUMP_IF_EQUAL, ifTrue: bounded(count), ifFalse: 0, operand: value };
}

function bounded(count: number): number {
  if (count > 255) throw new RangeError('A jump of BPF leaves out 255 instructions at most.');
  return count;
}

function plain(code: number, operand: number): Instruction {
  return { code, ifTrue: 0, ifFalse: 0, operand };
}

/** A program as the kernel reads it: `struct sock_filter`, 8 bytes each, little-endian. */
export function encode(program: readonly Instruction[]): Buffer {
  const bytes = Buffer.alloc(program.length * 8);
  program.forEach(({ code, ifTrue, ifFalse, operand }, index) => {
    bytes.writeUInt16LE(code, index * 8);
    bytes.writeUInt8(ifTrue, index * 8 + 2);
    bytes.writeUInt8(ifFalse, index * 8 + 3);
    bytes.writeUInt32LE(operand >>> 0, index * 8 + 4);
  });
  return bytes;
}
