import { execFileSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../../server/server.ts';
import { OwnTemporaryFolder } from '../session/children.ts';
import { Learner, type Shown } from '../support/learner.ts';
import { startTestServer } from '../support/server.ts';

const SECRET = 'what no learner may see';

let temporary: OwnTemporaryFolder;
let server: RunningServer;
/** Who tries, and whom it must not reach. */
let learner: Learner;
let other: Learner;
/** A server of somebody else on this machine: it must never be connected to. */
let bystander: Server;
const visits: string[] = [];
const datagrams = createSocket('udp4');

/** Words of the attempts that are known only once everything runs. */
const known: Record<string, string> = {};

beforeAll(async () => {
  temporary = await OwnTemporaryFolder.make();
  known['FILE'] = path.join(temporary.path, 'secret.txt');
  await writeFile(known['FILE'], SECRET);
  known['NEW'] = path.join(temporary.path, 'new.txt');
  bystander = createServer((socket) => {
    visits.push('tcp');
    socket.end('hello');
  }).listen(0, '127.0.0.1');
  await once(bystander, 'listening');
  known['PORT'] = portOf(bystander.address());
  datagrams.on('message', () => visits.push('udp'));
  datagrams.bind(0, '127.0.0.1');
  await once(datagrams, 'listening');
  known['UDP'] = String(datagrams.address().port);

  server = await startTestServer({ limits: { spares: 0 } });
  known['SERVER'] = String(server.port);
  other = new Learner(server);
  await other.run(
    "import { createClient } from 'redis';\nconst client = await createClient().connect();",
  );
  await other.run("await client.set('mine', 'private')");
  known['SOCKET'] =
    (await temporary.left())
      .filter((name) => path.basename(name) === 's')
      .map((name) => path.join(temporary.path, name))[0] ?? '';
  expect(known['SOCKET']).not.toBe('');
  learner = new Learner(server);
  await learner.run(
    "import { createClient } from 'redis';\nconst client = await createClient().connect();\nlet kept = 42;",
  );
});
afterAll(async () => {
  await server.close();
  bystander.close();
  datagrams.close();
  await temporary.remove();
});

function portOf(address: ReturnType<Server['address']>): string {
  if (address === null || typeof address === 'string') throw new Error('It has no port.');
  return String(address.port);
}

/** Runs an attempt with its words filled in, and checks that the kernel is none the worse for it. */
async function attempt(source: string, by = learner): Promise<Shown> {
  const { generation } = by.view.kernel;
  const shown = await by.run(source.replace(/%([A-Z]+)%/g, (_, word: string) => known[word] ?? ''));
  expect((await by.run('[kept, await client.ping()]')).value).toBe("[ 42, 'PONG' ]");
  expect(by.view.kernel.generation).toBe(generation);
  return shown;
}

const everything = ({ run }: Shown) => JSON.stringify(run.outputs);

const DENIED = /^NotCapable: A cell reaches its own Redis and nothing else/;
const builtin = (name: string) => `process.getBuiltinModule('node:${name}')`;
const inWorker = (code: string) =>
  `await new Promise((resolve, reject) => {
    const worker = new Worker('data:text/javascript,' + encodeURIComponent(${JSON.stringify(code)}), { type: 'module' });
    worker.onmessage = ({ data }) => { worker.terminate(); resolve(data) };
    worker.onerror = (event) => { event.preventDefault(); reject(new Error(event.message)) };
  })`;

describe('a cell that reaches for the machine', () => {
  it.each<[string, string, RegExp]>([
    ['read a file', 'Deno.readTextFileSync("%FILE%")', DENIED],
    ['read a file as Node does', `${builtin('fs')}.readFileSync("%FILE%", "utf8")`, DENIED],
    ['read a file by fetching it', 'await fetch("file://%FILE%").then((r) => r.text())', DENIED],
    [
      'read a file by importing it',
      'await new Function("return import(\'file://%FILE%\')")()',
      /^TypeError: Requires read access/,
    ],
    ['read a file through SQLite', `new (${builtin('sqlite')}.DatabaseSync)("%FILE%")`, DENIED],
    ['list a folder', 'Deno.readDirSync("/").next()', DENIED],
    ['look at a file', 'Deno.statSync("%FILE%")', DENIED],
    ['see its own process', 'Deno.readTextFileSync("/proc/self/environ")', DENIED],
    ['write a file', 'Deno.writeTextFileSync("%NEW%", "x")', DENIED],
    ['link to a file', `${builtin('fs')}.symlinkSync("%FILE%", "%NEW%")`, DENIED],
    ['make a temporary file', 'Deno.makeTempFileSync()', DENIED],
    ['start a program', 'new Deno.Command("/bin/sh").outputSync()', DENIED],
    [
      'start a program as Node does',
      `${builtin('child_process')}.execFileSync("/bin/sh", ["-c", "echo x > %NEW%"])`,
      /Command failed|NotCapable/,
    ],
    ['send a signal', 'Deno.kill(Deno.ppid, "SIGTERM")', DENIED],
    ['send a signal as Node does', 'process.kill(process.ppid, "SIGTERM")', DENIED],
    ['load a library', 'Deno.dlopen("%FILE%", {})', DENIED],
    ['load an addon', 'process.dlopen({ exports: {} }, "%FILE%")', DENIED],
    ['learn the name of the machine', 'Deno.hostname()', DENIED],
    ['learn its addresses', 'Deno.networkInterfaces()', DENIED],
    ['learn who it runs as', `${builtin('os')}.userInfo()`, DENIED],
    ['become somebody else', 'process.setuid(0)', DENIED],
    ['write a report', 'process.report.getReport()', DENIED],
    ['use the inspector', `new (${builtin('inspector')}.Session)().connect()`, DENIED],
    ['connect to a port', 'await Deno.connect({ hostname: "127.0.0.1", port: %PORT% })', DENIED],
    [
      'connect to a port as Node does',
      `await new Promise((resolve, reject) => ${builtin('net')}.connect(%PORT%, "127.0.0.1").on("error", reject).on("connect", resolve))`,
      DENIED,
    ],
    ['fetch from a port', 'await fetch("http://127.0.0.1:%PORT%/")', DENIED],
    ['fetch from Streambook itself', 'await fetch("http://127.0.0.1:%SERVER%/healthz")', DENIED],
    ['open a WebSocket', 'new WebSocket("ws://127.0.0.1:%SERVER%/session")', DENIED],
    ['ask for a name', 'await Deno.resolveDns("example.org", "A")', DENIED],
    [
      'ask for a name as Node does',
      `await ${builtin('dns')}.promises.lookup("localhost")`,
      /EPERM/,
    ],
    ['listen', 'Deno.listen({ port: 0 })', DENIED],
    [
      'listen as Node does',
      `await new Promise((resolve, reject) => ${builtin('net')}.createServer().on("error", reject).listen(0, "127.0.0.1", resolve))`,
      DENIED,
    ],
    [
      'reach the Redis of another',
      'await Deno.connect({ transport: "unix", path: "%SOCKET%" })',
      DENIED,
    ],
    [
      'reach the Redis of another as Node does',
      `await new Promise((resolve, reject) => ${builtin('net')}.connect("%SOCKET%").on("error", reject).on("connect", resolve))`,
      DENIED,
    ],
    [
      'import from another server',
      'await new Function("return import(\'http://127.0.0.1:%PORT%/x.js\')")()',
      /--no-remote/,
    ],
    ['import a package', 'await new Function("return import(\'npm:lodash\')")()', /--no-npm/],
    [
      'import a built-in behind the notebook’s back and read',
      '(await new Function("return import(\'node:fs\')")()).readFileSync("%FILE%", "utf8")',
      DENIED,
    ],
    ['end the kernel', 'process.reallyExit(0)', /A cell cannot end the kernel/],
  ])('cannot %s', async (_, source, expected) => {
    const shown = await attempt(source);
    expect(shown.status).toBe('error');
    expect(`${shown.error?.name}: ${shown.error?.message}`).toMatch(expected);
    expect(everything(shown)).not.toContain(SECRET);
  });

  it('has touched nothing with all that', () => {
    expect(visits).toEqual([]);
    expect(existsSync(known['NEW'] ?? '')).toBe(false);
  });

  it('has an empty environment', async () => {
    const shown = await attempt('JSON.stringify([Deno.env.toObject(), { ...process.env }])');
    expect(shown.value).toBe("'[{},{}]'");
  });

  it('gets no further in a worker', async () => {
    const reading =
      'try { postMessage(Deno.readTextFileSync("%FILE%")) } catch (e) { postMessage(String(e)) }';
    expect((await attempt(inWorker(reading))).value).toContain('NotCapable: Requires read access');
    const calling =
      'try { await fetch("http://127.0.0.1:%PORT%/"); postMessage("reached") } catch (e) { postMessage(String(e)) }';
    expect((await attempt(inWorker(calling))).value).toContain('NotCapable: Requires net access');
    expect(visits).toEqual([]);
  });

  it('sends no datagrams', async () => {
    const shown = await attempt(
      'const { hostname } = { hostname: "127.0.0.1" };\nDeno.listenDatagram?.({ transport: "udp", port: 0, hostname }) ?? "no datagrams here"',
    );
    expect(shown.value ?? shown.error?.name).toMatch(/no datagrams here|NotCapable/);
    const id = learner.begin(
      `const socket = ${builtin('dgram')}.createSocket("udp4").on("error", (e) => console.log(e.name)); socket.send("x", ${known['UDP']}, "127.0.0.1", (e) => console.log(e ? e.name : "sent"));`,
    );
    await learner.ended(id);
    const { outputs } = await learner.until((view) =>
      view.runs.find((run) => run.id === id && run.outputs.length > 0),
    );
    expect(JSON.stringify(outputs)).toContain('NotCapable');
    expect(visits).toEqual([]);
  });

  it('is given no permission by asking for it', async () => {
    const { value } = await attempt(
      "(await Promise.all(['read', 'write', 'net', 'env', 'run', 'ffi', 'sys'].map((name) => Deno.permissions.request({ name })))).map(({ state }) => state)",
    );
    expect(value).toMatch(/^\[\s*('denied',?\s*)+\]$/);
  });
});

describe('what two learners could share', () => {
  it('is no storage', async () => {
    const store = (word: string) =>
      `const kept${word} = 1; let stored = []; for (const name of ['localStorage', 'sessionStorage']) { try { globalThis[name].setItem('word', '${word}') } catch {} try { stored.push(globalThis[name].getItem('word')) } catch { stored.push('none') } } stored`;
    await other.run(store('theirs'));
    const { value } = await attempt(
      "const found = []; for (const name of ['localStorage', 'sessionStorage']) { try { found.push(globalThis[name].getItem('word')) } catch { found.push(null) } } found",
    );
    expect(value).toBe('[ null, null ]');
    const cache = await attempt(
      "await caches.open('shared').then(() => 'stored', () => 'refused')",
    );
    expect(cache.value).toBe("'refused'");
  });

  it('is no broadcast channel', async () => {
    await other.run(
      "const heard: string[] = []; const ear = new BroadcastChannel('all'); ear.onmessage = ({ data }) => heard.push(data);",
    );
    await attempt("new BroadcastChannel('all').postMessage('hello'); undefined");
    expect((await other.run('await client.ping(); heard')).value).toBe('[]');
  });

  it('is no Redis', async () => {
    expect((await attempt("await client.get('mine')")).value).toBe('null');
    expect((await attempt('await client.dbSize()')).value).toBe('0');
  });

  it('is no password: none stands in the command line or environment of any process', async () => {
    const { value } = await attempt('client.options.password');
    const password = String(value).replaceAll("'", '');
    expect(password).toMatch(/^[0-9a-f]{48}$/);
    expect((await other.run('client.options.password')).value).not.toContain(password);
    expect(commandLines()).toContain('deno');
    expect(commandLines()).not.toContain(password);
  });
});

/** Of every process that this user may see, with its environment where the system shows that. */
function commandLines(): string {
  if (process.platform !== 'linux')
    return execFileSync('ps', ['-axww', '-o', 'command'], { encoding: 'utf8' });
  const read = (file: string) => {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return '';
    }
  };
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => `${read(`/proc/${pid}/cmdline`)} ${read(`/proc/${pid}/environ`)}`)
    .join('\n');
}

describe('a cell that reaches out through its Redis', () => {
  it.each([
    ['CONFIG GET *'],
    ['CONFIG SET dir /tmp'],
    ['SAVE'],
    ['BGSAVE'],
    ['BGREWRITEAOF'],
    ['MODULE LOAD /tmp/x.so'],
    ['DEBUG SLEEP 0'],
    ['SHUTDOWN NOSAVE'],
    ['REPLICAOF 127.0.0.1 6379'],
    ['SLAVEOF 127.0.0.1 6379'],
    ['SYNC'],
    ['PSYNC ? -1'],
    ['MIGRATE 127.0.0.1 6379 key 0 100'],
    ['RESTORE key 0 x'],
    ['CLIENT KILL TYPE normal'],
    ['CLIENT PAUSE 1000'],
    ['CLIENT UNBLOCK 1'],
    ['MONITOR'],
    ['ACL LIST'],
    ['ACL SETUSER learner +@all'],
    ['EVAL return(1) 0'],
    ['FUNCTION LIST'],
    ['SCRIPT FLUSH'],
    ['CLUSTER MEET 127.0.0.1 6379'],
    ['SWAPDB 0 1'],
    ['SLOWLOG GET'],
    ['LATENCY LATEST'],
    ['FAILOVER'],
    ['WAIT 1 0'],
  ])('is refused %s', async (command) => {
    const shown = await attempt(`await client.sendCommand(${JSON.stringify(command.split(' '))})`);
    // Redis refuses some by its configuration before it looks at the rights.
    expect(shown.error?.message).toMatch(/^(NOPERM |ERR (MODULE|DEBUG) command not allowed)/);
  });

  it('is told in a sentence why', async () => {
    const { error } = await attempt("await client.sendCommand(['CONFIG', 'GET', '*'])");
    expect(error?.help).toContain('data commands only');
  });

  it('cannot log in as anybody else', async () => {
    for (const words of [
      ['AUTH', 'default', ''],
      ['AUTH', 'streambook', 'guess'],
      ['HELLO', '3', 'AUTH', 'streambook', 'guess'],
    ]) {
      const shown = await attempt(`await client.sendCommand(${JSON.stringify(words)})`);
      expect(shown.error?.message).toMatch(/^WRONGPASS /);
    }
    expect((await attempt('await client.aclWhoAmI()')).value).toBe("'learner'");
  });

  it('is told that there is no other Redis', async () => {
    for (const url of ['redis://10.0.0.1', 'rediss://redis.example:6379', 'nonsense']) {
      const { error } = await attempt(`createClient({ url: '${url}' })`);
      expect(error?.message).toContain(`reaches only the Redis of this notebook, not ${url}`);
    }
  });

  it('is led home whatever it names as local', async () => {
    for (const options of [
      '{}',
      "{ url: 'redis://localhost:6379' }",
      "{ url: 'redis://somebody:else@127.0.0.1:1' }",
      "{ socket: { host: '10.0.0.1', port: %PORT% } }",
      "{ socket: { path: '%SOCKET%' } }",
    ]) {
      const { value } = await attempt(
        `const c = await createClient(${options}).connect(); const who = [await c.aclWhoAmI(), await c.dbSize()]; c.destroy(); who`,
      );
      expect([options, value]).toEqual([options, "[ 'learner', 0 ]"]);
    }
    expect(visits).toEqual([]);
  });
});

describe('a cell that speaks for its kernel', () => {
  it('harms nobody with what it makes up', async () => {
    const liar = new Learner(server);
    await liar.run(
      "const real = Reflect.apply; const stolen: any[] = []; Reflect.apply = (f, self, args) => { if (typeof args?.[0] === 'string' && args[0].startsWith('{\"kind\"')) stolen.push(f); return real(f, self, args) }; console.log('bait');",
    );
    await liar.run(
      'for (const lie of [\'no json\', \'\', \'null\', \'{}\', \'[]\', \'{"kind":"text","run":5}\', \'{"kind":"text","run":"run-1","stream":"stdout","text":{}}\']) for (const say of stolen) say(lie); Reflect.apply = real;',
    );
    expect((await liar.run('1 + 1')).value).toBe('2');
    await attempt('1 + 1');
    expect((await fetch(server.url)).status).toBe(404);
  });
});
