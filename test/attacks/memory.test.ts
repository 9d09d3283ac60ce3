import { describe, expect, it } from 'vitest';
import { useArena } from './support/arena.ts';

const arena = useArena({ kernelHeapMb: 128 });

describe('memory without end', () => {
  // A heap of objects is in test/session/life-cycle.test.ts.
  it.each([
    ['in buffers', 'for (;;) hoard.push(new Uint8Array(50e6).fill(1))'],
    ['in one buffer', 'hoard.push(new Uint8Array(10e9).fill(1))'],
    [
      'in shared buffers',
      'for (;;) hoard.push(new Uint8Array(new SharedArrayBuffer(50e6)).fill(1))',
    ],
    [
      'in WebAssembly',
      'const memory = new WebAssembly.Memory({ initial: 1 }); for (;;) new Uint8Array(memory.buffer, memory.grow(800) * 65536).fill(1)',
    ],
    ['in blobs', 'for (;;) hoard.push(new Blob([new Uint8Array(50e6).fill(1)]))'],
    ['in texts', "for (let i = 0; ; i++) hoard.push(`${i}${'x'.repeat(1e6)}`.split('').join('-'))"],
  ])('ends with the cell or with its kernel, and harms nobody: %s', async (_, source) => {
    const { status } = await arena.endsSomehow(`{ const hoard: any[] = []; ${source} }`);
    expect(status).toBe('error');
  });
});
