import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { writeFile, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../server/sandbox/sandbox.ts';
import { bareSandbox } from '../../server/sandbox/find-sandbox.ts';
import { runConfined, sandboxWithoutFilter, wholeSandbox } from './support/confined.ts';
import { CALL_NAMES, readCalls, tryCalls } from './support/dangerous-calls.ts';

let folder: string;
let port: number;
let socket: string;
const visits: string[] = [];
const servers: Server[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'sb-secret-'));
  await writeFile(path.join(folder, 'secret.txt'), 'what nobody may see', { mode: 0o644 });
  socket = path.join(folder, 'socket');
  const visited = (kind: string) =>
    createServer((client) => {
      visits.push(kind);
      client.on('error', () => undefined).end('hello');
    });
  const tcp = visited('tcp').listen(0, '127.0.0.1');
  const unix = visited('unix').listen(socket);
  const abstract = visited('abstract').listen(`\0streambook-${process.pid}`);
  servers.push(tcp, unix, abstract);
  await Promise.all(servers.map((server) => server.listening || once(server, 'listening')));
  const address = tcp.address();
  port = typeof address === 'object' && address ? address.port : 0;
});
afterAll(async () => {
  for (const server of servers) server.close();
  await rm(folder, { recursive: true, force: true });
});

/** What Deno with every permission gets at; each line says what became of one attempt. */
const attempts = () => `
const tries = {
  'a file': () => Deno.readTextFileSync('${folder}/secret.txt'),
  'the users': () => Deno.readTextFileSync('/etc/passwd'),
  'the processes': () => [...Deno.readDirSync('/proc')].filter(({ name }) => /^\\d+$/.test(name)).length || null,
  'another process': () => Deno.readTextFileSync('/proc/${process.pid}/status'),
  'a write': () => Deno.writeTextFileSync('/new.txt', 'x') ?? 'written',
  'a temporary file': () => Deno.removeSync(Deno.makeTempFileSync()),
  'a program': () => new Deno.Command('/bin/sh', { args: ['-c', 'true'] }).outputSync().code,
  'a signal': () => Deno.kill(${process.pid}, 'SIGCONT') ?? 'sent',
  'a port': async () => (await Deno.connect({ hostname: '127.0.0.1', port: ${port} })).close() ?? 'reached',
  'a fetch': async () => (await fetch('http://127.0.0.1:${port}/')).status,
  'a socket': async () => (await Deno.connect({ transport: 'unix', path: '${socket}' })).close() ?? 'reached',
  'an abstract socket': async () => (await Deno.connect({ transport: 'unix', path: '\\0streambook-${process.pid}' })).close() ?? 'reached',
  'an address outside': async () => (await Deno.connect({ hostname: '192.0.2.1', port: 80 })).close() ?? 'reached',
  'a name': async () => (await Deno.resolveDns('example.org', 'A')).length,
  'the addresses': () => Deno.networkInterfaces().filter(({ name }) => name !== 'lo').length || null,
  'the name of the machine': () => (Deno.hostname() === '${os.hostname()}' ? 'known' : null),
};
for (const [name, attempt] of Object.entries(tries)) {
  let got = null;
  try { got = await attempt(); } catch { got = null; }
  console.log(JSON.stringify([name, got]));
}
Deno.exit(0);
`;

async function reached(sandbox: Sandbox): Promise<unknown[]> {
  const { out, err } = await runConfined(sandbox, { with: 'deno', source: attempts() });
  const lines = out
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect([lines.length, err]).toEqual([16, expect.anything()]);
  return lines.filter((line) => Array.isArray(line) && line[1] !== null);
}

describe('namespaces', () => {
  it('hold a Deno that may do everything, without the filter', async () => {
    expect(await reached(await sandboxWithoutFilter())).toEqual([]);
    expect(visits).toEqual([]);
  });

  it('hold it with the filter as well', async () => {
    expect(await reached(await wholeSandbox())).toEqual([]);
    expect(visits).toEqual([]);
  });

  it('are what holds it: without them it gets at the machine', async () => {
    const names = (await reached(await bareSandbox('for comparison'))).map(
      (line) => Array.isArray(line) && line[0],
    );
    expect(names).toEqual(
      expect.arrayContaining([
        'a file',
        'the users',
        'another process',
        'a program',
        'a signal',
        'a port',
        'a socket',
      ]),
    );
    expect(visits).toEqual(expect.arrayContaining(['tcp', 'unix']));
  });

  it('come with the filter: no call that reaches out of a process is left', async () => {
    const { out } = await runConfined(await wholeSandbox(), { with: 'perl', source: tryCalls() });
    const calls = readCalls(out);
    expect([...calls.keys()]).toEqual(CALL_NAMES);
    expect([...calls].filter(([, error]) => error !== 1 && error !== 38)).toEqual([]);
  });

  it('show nothing but what was mounted', async () => {
    const source =
      'sub look { my ($d) = @_; opendir(my $h, $d) or return; for (sort readdir $h) { next if /^\\.\\.?$/; print "$d/$_\\n"; look("$d/$_") if -d "$d/$_" && !-l "$d/$_"; } } look("")';
    const { out } = await runConfined(await sandboxWithoutFilter(), {
      with: 'perl',
      source: source.replace('look("")', 'look("/.")'),
    });
    const seen = out
      .trim()
      .split('\n')
      .map((line) => line.replace('/./', '/'));
    const known =
      /^\/(dev(\/null|\/urandom)?|lib(64)?(\/[^/]+\.so[^/]*)?|own|perl|proc(\/self(\/exe)?)?)$/;
    expect(seen).toContain('/perl');
    expect(seen.filter((file) => !known.test(file))).toEqual([]);
  });

  it('make it nobody on the machine, with no way to more rights', async () => {
    const status =
      '$! = 0; print join(" ", $<, $>), "\\n"; print syscall(' +
      (process.arch === 'arm64' ? 167 : 157) +
      ', 39, 0, 0, 0, 0), "\\n"';
    const { out } = await runConfined(await sandboxWithoutFilter(), {
      with: 'perl',
      source: status,
    });
    const [users, noNewPrivileges] = out.trim().split('\n');
    const expected =
      process.getuid?.() === 0 ? '60999 60999' : `${process.getuid?.()} ${process.geteuid?.()}`;
    expect([users, noNewPrivileges]).toEqual([expected, '1']);
  });
});
