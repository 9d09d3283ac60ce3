import { describe, expect, it } from 'vitest';
import { kernelExit } from './kernel-exit.ts';

const LISTENING = 'Debugger listening on ws://127.0.0.1:4/x\n';

describe('kernelExit', () => {
  it.each([
    ['V8 says so', 133, null, 'Fatal JavaScript out of memory: Reached heap limit', '256 MB'],
    ['the system has refused it memory', 134, null, LISTENING, 'gets no more memory'],
    ['it is so without a wall', null, 'SIGABRT', LISTENING, 'gets no more memory'],
  ])('tells that a kernel ran out of memory: %s', (_, code, signal, stderr, words) => {
    expect(kernelExit(code, signal, stderr, 256)).toEqual({
      reason: 'memory',
      notice: expect.stringContaining(words),
    });
  });

  it.each([
    ['a panic of Deno', 134, null, `${LISTENING}Deno has panicked.`, 'signal SIGABRT'],
    ['a signal', null, 'SIGKILL', LISTENING, 'signal SIGKILL'],
    ['an exit', 3, null, LISTENING, 'exit code 3'],
  ])('tells how it ended otherwise: %s', (_, code, signal, stderr, words) => {
    expect(kernelExit(code, signal, stderr, 256)).toEqual({
      reason: 'ended',
      notice: expect.stringContaining(words),
    });
  });
});
