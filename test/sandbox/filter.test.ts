import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { INTERNET, UNIX } from '../../server/sandbox/filter/asked-calls.ts';
import { answer, encode } from '../../server/sandbox/filter/bpf.ts';
import { ALLOW, systemCallFilter } from '../../server/sandbox/filter/system-call-filter.ts';
import { wholeSandbox } from './support/confined.ts';
import { CALL_NAMES, readCalls, tryCalls } from './support/dangerous-calls.ts';

const EPERM = 1;
const ENOSYS = 38;

/** Runs Perl with a filter and nothing else around it: all files, all processes, the network of the machine. */
async function withFilter(filter: Buffer, source: string): Promise<string> {
  const { wall } = await wholeSandbox();
  if (!wall) throw new Error('There is no wall.');
  const { bwrap, perl } = wall.tools;
  const child = spawn(bwrap, ['--dev-bind', '/', '/', '--seccomp', '3', '--', perl, '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  });
  const ended = once(child, 'close');
  const pipe = child.stdio[3];
  if (!(pipe instanceof Writable) || !child.stdout) throw new Error('The child has no pipes.');
  pipe.end(filter);
  const out = await text(child.stdout);
  await ended;
  return out;
}

const processor = process.arch === 'arm64' ? 'arm64' : 'x64';

it('refuses, alone, every call that reaches out of a process', async () => {
  const out = await withFilter(systemCallFilter(processor, [UNIX, INTERNET]), tryCalls());
  const refused = readCalls(out);
  expect([...refused.keys()]).toEqual(CALL_NAMES);
  const other = [...refused].filter(([, error]) => error !== EPERM && error !== ENOSYS);
  expect(other).toEqual([]);
});

it('is what refuses them: without it, many are allowed', async () => {
  // Only calls that change nothing outside of a process that ends at once.
  const harmless = [
    'fork by clone',
    'memfd_create',
    'inotify_init1',
    'unshare',
    'a netlink socket',
  ];
  const source = tryCalls()
    .split('\n')
    .filter((line, index) => index === 0 || harmless.some((name) => line.includes(`"${name}`)))
    .join('\n');
  const allowed = readCalls(await withFilter(encode([answer(ALLOW)]), source));
  expect([...allowed.entries()].sort()).toEqual(harmless.sort().map((name) => [name, 0]));
});

it('lets a program compute, read, write and start threads', async () => {
  const source = 'open F, "<", "/etc/passwd" or die; my @l = <F>; print "ok ", scalar(@l) > 0';
  expect(await withFilter(systemCallFilter(processor, [UNIX]), source)).toBe('ok 1');
});
