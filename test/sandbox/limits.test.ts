import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Kernel } from '../../server/kernel/kernel.ts';
import { startKernel } from '../../server/kernel/start-kernel.ts';
import { bareSandbox } from '../../server/sandbox/find-sandbox.ts';
import { RunFolder } from '../../server/state/run-folder.ts';
import { KERNEL_FOLDER } from '../support/kernel-folder.ts';
import { startTestRedis, type TestRedis } from '../support/redis.ts';
import { runConfined, sandboxWithoutFilter } from './support/confined.ts';

describe('the bounds of a kernel, with nothing else around it', () => {
  let redis: TestRedis;
  let folder: RunFolder;
  let kernel: Kernel;
  beforeAll(async () => {
    redis = await startTestRedis();
    folder = RunFolder.open();
    kernel = await startKernel({
      boot: path.join(KERNEL_FOLDER, 'boot.mjs'),
      folder,
      redis: { path: redis.socketPath ?? '', username: 'default', password: '' },
      heapMb: 256,
      maxOutput: 100_000,
      startMs: 30_000,
      sandbox: await bareSandbox('these tests are about the bounds'),
    });
  });
  afterAll(async () => {
    await kernel.close();
    folder.close();
    await redis.stop();
  });

  it.each([
    ['one buffer of 10 GB', 'new ArrayBuffer(10e9).byteLength'],
    [
      'many buffers',
      'const all: unknown[] = []; for (let i = 0; i < 100; i++) all.push(new Uint8Array(1e8).fill(1)); all.length',
    ],
    [
      'WebAssembly',
      'const memory = new WebAssembly.Memory({ initial: 1, maximum: 65536 }); for (let i = 0; i < 100; i++) { memory.grow(640); new Uint8Array(memory.buffer).fill(1); } memory.buffer.byteLength',
    ],
  ])('refuse %s, and the kernel goes on', async (_, source) => {
    const { status, output } = await kernel.run(`run-${source.length}`, 'cell', source);
    expect(status).toBe('error');
    expect(output).toMatchObject({ kind: 'error', name: 'RangeError' });
    expect(await kernel.run('after', 'cell', '1 + 1')).toMatchObject({ output: { text: '2' } });
  });
});

describe('the bounds of a process', () => {
  it('let it fork until there are as many as it may have', async () => {
    const source =
      '$| = 1; for $n (1 .. 200) { $pid = fork; if (!defined $pid) { print $! + 0, " after ", $n - 1; exit } if (!$pid) { sleep 60; exit } }';
    const threads = 20;
    const { out } = await runConfined(await sandboxWithoutFilter(), {
      with: 'perl',
      source,
      limits: { threads },
    });
    const [, error, forks] = /^(\d+) after (\d+)$/.exec(out) ?? [];
    const EAGAIN = 11;
    expect(Number(error)).toBe(EAGAIN);
    // bubblewrap's own process counts, and Perl.
    expect(Number(forks)).toBe(threads - 2);
  });

  it('end a write at the size that a file may have', async () => {
    const source =
      '$SIG{XFSZ} = "IGNORE"; open F, ">", "/own/big" or die $!; for (1 .. 5) { syswrite(F, "x" x 1048576) or do { print $! + 0, " at ", -s "/own/big"; exit } }';
    const { out } = await runConfined(await sandboxWithoutFilter(), { with: 'perl', source });
    expect(out).toBe('27 at 1048576');
  });

  it('bound open files and memory, and leave no core', async () => {
    const source = `
      $| = 1; for (1 .. 100) { open($f[$_], "<", "/dev/null") or last } print $! + 0, "\\n";
      $core = pack "QQ", 1, 1; syscall(${process.arch === 'arm64' ? 163 : 97}, 4, $core); print join(",", unpack "QQ", $core), "\\n";
      $n = 2_000_000_000; $x = "x" x $n; print "survived";`;
    const { out, err, code } = await runConfined(await sandboxWithoutFilter(), {
      with: 'perl',
      source,
      limits: { openFiles: 32, memoryMb: 256 },
    });
    expect(out.split('\n').slice(0, 2)).toEqual(['24', '0,0']);
    expect([code, err]).toEqual([1, expect.stringMatching(/out of memory/i)]);
  });
});
