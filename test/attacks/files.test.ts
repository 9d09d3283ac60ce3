import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtin, DENIED, hiddenImport, told, useArena } from './support/arena.ts';
import { SECRET, Strangers } from './support/strangers.ts';

const arena = useArena();
let strangers: Strangers;
beforeAll(async () => {
  strangers = await Strangers.settle();
});
afterAll(() => strangers.leave());

const fs = builtin('fs');

describe('a cell that reaches for files', () => {
  it.each<[string, string, RegExp?]>([
    ['read one', 'Deno.readTextFileSync("%FILE%")'],
    ['read one as Node does', `${fs}.readFileSync("%FILE%", "utf8")`],
    ['read one by fetching it', 'await fetch("file://%FILE%").then((r) => r.text())'],
    ['read one by importing it', hiddenImport('file://%FILE%'), /^TypeError: Requires read access/],
    ['read one by requiring it', `${builtin('module')}.createRequire('file:///x.js')("%FILE%")`],
    ['read one through SQLite', `new (${builtin('sqlite')}.DatabaseSync)("%FILE%")`],
    [
      'read one as a built-in that was imported past the server',
      `${hiddenImport('node:fs')}.readFileSync("%FILE%", "utf8")`,
    ],
    [
      'read one through a stream',
      `await new Promise((_, no) => ${fs}.createReadStream("%FILE%").on('error', no))`,
    ],
    [
      'read one out of a folder that it may use',
      'Deno.readTextFileSync(client.options.socket.path + "/../../../../../..%FILE%")',
    ],
    ['list a folder', 'Deno.readDirSync("/").next()'],
    [
      'list the folder of its own socket',
      'Deno.readDirSync(client.options.socket.path + "/..").next()',
    ],
    ['look at one', 'Deno.statSync("%FILE%")'],
    ['watch one', 'Deno.watchFs("%FILE%")'],
    ['see its own process', 'Deno.readTextFileSync("/proc/self/environ")'],
    [
      'see the memory of its own process',
      'Deno.openSync("/proc/self/mem", { read: true, write: true })',
    ],
    ['use a device', 'Deno.openSync("/dev/zero")'],
    ['write one', 'Deno.writeTextFileSync("%NEW%", "x")'],
    ['write one as Node does', `${fs}.appendFileSync("%NEW%", "x")`],
    ['link to one', `${fs}.symlinkSync("%FILE%", "%NEW%")`],
    [
      'link to one where it may write',
      'Deno.symlinkSync("%FILE%", client.options.socket.path + "/link")',
    ],
    ['rename one', 'Deno.renameSync("%FILE%", "%NEW%")'],
    ['remove one', 'Deno.removeSync("%FILE%")'],
    ['change whose it is', 'Deno.chownSync("%FILE%", 0, 0)'],
    ['make a folder', 'Deno.mkdirSync("%NEW%")'],
    ['make a temporary file', 'Deno.makeTempFileSync()'],
    ['go elsewhere', 'process.chdir("/tmp")'],
    ['change what others may do with its files', 'Deno.umask(0)'],
    ['write down what it is made of', `${builtin('v8')}.writeHeapSnapshot("%NEW%")`],
    ['write a report', 'process.report.getReport()'],
  ])('cannot %s', async (_, source, expected = DENIED) => {
    const shown = await arena.held(
      source
        .replaceAll('%FILE%', strangers.file)
        .replaceAll('%NEW%', `${strangers.folder}/new.txt`),
    );
    expect(shown.status).toBe('error');
    expect(told(shown)).toMatch(expected);
    expect(JSON.stringify(shown.run.outputs)).not.toContain(SECRET);
  });

  it('has touched nothing with all that', () => {
    expect(existsSync(strangers.file)).toBe(true);
    expect(existsSync(`${strangers.folder}/new.txt`)).toBe(false);
  });
});

// Deno must let a kernel write there, or it may not connect: the second wall holds it.
describe('the socket of its own Redis', () => {
  it.each([
    ['removed', 'Deno.removeSync(client.options.socket.path)'],
    ['replaced by a file', 'Deno.writeTextFileSync(client.options.socket.path, "x")'],
    ['closed to others', 'Deno.chmodSync(client.options.socket.path, 0)'],
    ['the beginning of a folder', 'Deno.mkdirSync(client.options.socket.path + "/x")'],
    ['moved', 'Deno.renameSync(client.options.socket.path, client.options.socket.path + "/x")'],
  ])('cannot be %s', async (_, source) => {
    const shown = await arena.held(source);
    expect(shown.status).toBe('error');
    const again = await arena.held('const c = await createClient().connect(); await c.ping()');
    expect(again.value).toBe("'PONG'");
  });
});

describe('a cell that reaches for the environment', () => {
  it('finds it empty', async () => {
    const shown = await arena.held('JSON.stringify([Deno.env.toObject(), { ...process.env }])');
    expect(shown.value).toBe("'[{},{}]'");
  });

  it('shares nothing that it puts there', async () => {
    await arena.held("process.env.WORD = 'mine'; Deno.env.set('OTHER', 'mine'); undefined");
    const { value } = await arena.neighbour.run('JSON.stringify({ ...process.env })');
    expect(value).toBe("'{}'");
  });
});
