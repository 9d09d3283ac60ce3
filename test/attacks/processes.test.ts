import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRunning } from '../session/children.ts';
import { builtin, DENIED, told, useArena } from './support/arena.ts';
import { Strangers } from './support/strangers.ts';

const arena = useArena();
let strangers: Strangers;
beforeAll(async () => {
  strangers = await Strangers.settle();
});
afterAll(() => strangers.leave());

const children = builtin('child_process');

describe('a cell that reaches for processes', () => {
  it.each<[string, string, RegExp?]>([
    ['start a program', 'new Deno.Command("/bin/sh").outputSync()'],
    ['start a program and leave it', 'new Deno.Command("/bin/sh").spawn()'],
    [
      'start a program in the old way',
      'Deno.run?.({ cmd: ["/bin/sh"] }) ?? new Deno.Command("/bin/sh").outputSync()',
    ],
    [
      'start a program as Node does',
      `${children}.execFileSync("/bin/sh", ["-c", "echo x > %NEW%"])`,
      /Command failed|NotCapable/,
    ],
    [
      'start itself again',
      'new Deno.Command(Deno.execPath(), { args: ["--version"] }).outputSync()',
    ],
    [
      'fork',
      `await new Promise((_, no) => ${children}.fork("data:text/javascript,1").on("error", no))`,
      /NotCapable|ERR_|TypeError|ENOENT/,
    ],
    ['load a library', 'Deno.dlopen("%FILE%", {})'],
    ['load an addon', 'process.dlopen({ exports: {} }, "%FILE%")'],
    [
      'load an addon by requiring it',
      `${builtin('module')}.createRequire('file:///x.js')("/tmp/x.node")`,
    ],
    [
      'look into its own memory',
      'new Deno.UnsafePointerView(Deno.UnsafePointer.create(1n)).getInt8()',
    ],
    ['send a signal', 'Deno.kill(Deno.ppid, "SIGTERM")'],
    ['send a signal as Node does', 'process.kill(process.ppid, "SIGTERM")'],
    ['send a signal to all', 'process.kill(-1, "SIGTERM")', /NotCapable|ESRCH|EPERM/],
    ['see whether a process is there', 'process.kill(1, 0)'],
    ['learn the name of the machine', 'Deno.hostname()'],
    ['learn its addresses', 'Deno.networkInterfaces()'],
    ['learn how busy it is', 'Deno.loadavg()'],
    ['learn its memory', 'Deno.systemMemoryInfo()'],
    ['learn its processors', `${builtin('os')}.cpus()`],
    ['learn who it runs as', `${builtin('os')}.userInfo()`],
    ['become somebody else', 'process.setuid(0)'],
    ['be of another group', 'process.setgid(0)'],
    ['take another priority', `${builtin('os')}.setPriority(0, -20)`],
  ])('cannot %s', async (_, source, expected = DENIED) => {
    const shown = await arena.held(
      source
        .replaceAll('%FILE%', strangers.file)
        .replaceAll('%NEW%', `${strangers.folder}/new.txt`),
    );
    expect(shown.status).toBe('error');
    expect(told(shown)).toMatch(expected);
  });

  it('has started nothing with all that', () => {
    expect(existsSync(`${strangers.folder}/new.txt`)).toBe(false);
  });

  it('cannot wake the debugger of another process', async () => {
    await arena.held('process._debugProcess?.(process.ppid); undefined');
    expect(isRunning({ pid: process.pid, program: 'node' })).toBe(true);
    expect((await fetch('http://127.0.0.1:9229/json').catch(() => null))?.status).toBeUndefined();
  });
});

describe('a cell that ends its kernel', () => {
  it.each([
    ['leave', 'process.exit(0)'],
    ['leave as Deno does', 'Deno.exit(1)'],
    ['leave by the back door', 'process.reallyExit(0)'],
    ['close it like a window', 'close()'],
    ['close it like a window, by another name', 'self.close()'],
  ])('cannot %s', async (_, source) => {
    const shown = await arena.held(source);
    expect(shown.error?.message).toContain('A cell cannot end the kernel');
  });

  it.each([
    [
      'say that it has ended',
      "process.exitCode = 3; process.emit('exit'); dispatchEvent(new Event('unload')); undefined",
    ],
    ['close its standard input', 'Deno.stdin.close(); undefined'],
  ])('may %s, which ends nothing', async (_, source) => {
    await arena.held(source);
  });

  it.each([
    ['kills it', "process.kill(process.pid, 'SIGKILL')", /SIGKILL/],
    ['stops it for good', "Deno.kill(Deno.pid, 'SIGTERM')", /SIGTERM/],
    ['aborts it', 'process.abort()', /SIGABRT/],
    ['pretends that its server has gone', "process.stdin.emit('end')", /exit code/],
    ['closes its inspector', `${builtin('inspector')}.close()`, /has cut the connection/],
    ['ends its debugging', 'process._debugEnd()', /has cut the connection/],
  ])('that %s gets another one, and is told why', async (_, source, reason) => {
    const shown = await arena.costsKernel(source);
    expect(shown.status).toBe('error');
    expect(shown.notices).toEqual([expect.stringMatching(reason)]);
    expect(shown.notices[0]).toContain('Redis is as it was');
  });
});
