import { existsSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtin, DENIED, hiddenImport, told, useArena } from './support/arena.ts';
import { Strangers } from './support/strangers.ts';

/** The sockets of all Redis that a process has started. */
function socketsOf(pid: number): string[] {
  const base = path.join(os.tmpdir(), `streambook-${os.userInfo().username}`);
  const own = readdirSync(base).filter((name) => name.startsWith(`${pid}-`));
  return own
    .flatMap((name) =>
      readdirSync(path.join(base, name)).map((inner) => path.join(base, name, inner, 's')),
    )
    .filter((file) => existsSync(file));
}

const arena = useArena();
let strangers: Strangers;
/** The socket of the neighbour's Redis. */
let socket: string;
beforeAll(async () => {
  strangers = await Strangers.settle();
  const { value } = await arena.attacker.run('client.options.socket.path');
  const own = String(value).replaceAll("'", '');
  socket = socketsOf(process.pid).find((path) => path !== own) ?? '';
  expect(socket).toMatch(/^\//);
});
afterAll(() => strangers.leave());

const net = builtin('net');

describe('a cell that reaches for the network', () => {
  it.each<[string, string, RegExp?]>([
    ['connect to a port', 'await Deno.connect({ hostname: "127.0.0.1", port: %PORT% })'],
    [
      'connect to a port as Node does',
      `await new Promise((resolve, reject) => ${net}.connect(%PORT%, "127.0.0.1").on("error", reject).on("connect", resolve))`,
    ],
    [
      'connect to a port by other names of this machine',
      'await Deno.connect({ hostname: "0.0.0.0", port: %PORT% })',
    ],
    [
      'connect to a port by its address of six',
      'await Deno.connect({ hostname: "::ffff:127.0.0.1", port: %PORT% })',
    ],
    ['connect with TLS', 'await Deno.connectTls({ hostname: "127.0.0.1", port: %PORT% })'],
    [
      'connect with HTTP/2',
      `await new Promise((_, no) => ${builtin('http2')}.connect("http://127.0.0.1:%PORT%").on("error", no))`,
    ],
    ['fetch from a port', 'await fetch("http://127.0.0.1:%PORT%/")'],
    [
      'ask as Node does',
      `await new Promise((_, no) => ${builtin('http')}.get("http://127.0.0.1:%PORT%/").on("error", no))`,
    ],
    [
      'fetch through a proxy',
      'await fetch("http://example.org/", { client: Deno.createHttpClient({ proxy: { url: "http://127.0.0.1:%PORT%" } }) })',
    ],
    ['fetch from Streambook itself', 'await fetch("http://127.0.0.1:%SERVER%/healthz")'],
    ['fetch from the internet', 'await fetch("http://192.0.2.1/")'],
    ['ask the cloud who it is', 'await fetch("http://169.254.169.254/latest/meta-data/")'],
    ['open a WebSocket', 'new WebSocket("ws://127.0.0.1:%SERVER%/session")'],
    // Behind bubblewrap there is not even a file that names a server to ask.
    [
      'ask for a name',
      'await Deno.resolveDns("example.org", "A")',
      /NotCapable|No such file or directory/,
    ],
    [
      'ask for a name as Node does',
      `await ${builtin('dns')}.promises.lookup("localhost")`,
      /EPERM|NotCapable/,
    ],
    [
      'ask a name server of its own',
      `await ${builtin('dns')}.promises.resolve4("example.org")`,
      /EPERM|NotCapable|queryA UNKNOWN/,
    ],
    ['listen', 'Deno.listen({ port: 0 })'],
    ['serve', 'Deno.serve({ port: 0 }, () => new Response("x"))'],
    [
      'listen as Node does',
      `await new Promise((resolve, reject) => ${net}.createServer().on("error", reject).listen(0, "127.0.0.1", resolve))`,
    ],
    [
      'listen on a socket beside its own',
      'Deno.listen({ transport: "unix", path: client.options.socket.path + "2" })',
    ],
    ['reach the Redis of another', 'await Deno.connect({ transport: "unix", path: "%SOCKET%" })'],
    [
      'reach the Redis of another on a detour',
      'await Deno.connect({ transport: "unix", path: client.options.socket.path + "/../../.." + "%SOCKET%".slice("%SOCKET%".indexOf("/streambook")) })',
    ],
    [
      'reach the Redis of another as Node does',
      `await new Promise((resolve, reject) => ${net}.connect("%SOCKET%").on("error", reject).on("connect", resolve))`,
    ],
    [
      'import from another server',
      hiddenImport('http://127.0.0.1:%PORT%/x.js'),
      /Requires import access/,
    ],
    [
      'import from the internet',
      hiddenImport('https://deno.land/x/mod.ts'),
      /Requires import access/,
    ],
    ['import a package', hiddenImport('npm:lodash'), /--no-npm/],
    [
      'import a package of JSR',
      hiddenImport('jsr:@std/path'),
      /Requires import access|not found|JSR/i,
    ],
  ])('cannot %s', async (_, source, expected = DENIED) => {
    const shown = await arena.held(
      source
        .replaceAll('%PORT%', String(strangers.port))
        .replaceAll('%SERVER%', String(arena.server.port))
        .replaceAll('%SOCKET%', socket),
    );
    expect(shown.status).toBe('error');
    expect(told(shown)).toMatch(expected);
  });

  it('sends no datagrams', async () => {
    const shown = await arena.held(
      'Deno.listenDatagram?.({ transport: "udp", port: 0, hostname: "127.0.0.1" }) ?? "no datagrams here"',
    );
    expect(shown.value ?? shown.error?.name).toMatch(/no datagrams here|NotCapable/);
    const id = arena.attacker.begin(
      `const socket = ${builtin('dgram')}.createSocket("udp4").on("error", (e) => console.log(e.name)); socket.send("x", ${strangers.datagramPort}, "127.0.0.1", (e) => console.log(e ? e.name : "sent"));`,
    );
    await arena.attacker.ended(id);
    const { outputs } = await arena.attacker.until((view) =>
      view.runs.find((run) => run.id === id && run.outputs.length > 0),
    );
    expect(JSON.stringify(outputs)).toContain('NotCapable');
  });

  it('hears nothing from an event source', async () => {
    await arena.held(
      `new Promise((done) => { const source = new EventSource('http://127.0.0.1:${strangers.port}'); source.onerror = () => { source.close(); done() } })`,
    );
  });

  it('has reached nobody with all that', () => {
    expect(strangers.visits).toEqual([]);
  });
});
