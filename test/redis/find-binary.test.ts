import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { debianFolder, fromDebian } from '../../server/redis/binary/from-debian.ts';
import { findRedisBinary, type RedisBinary, RedisMissing } from '../../server/redis/find-binary.ts';
import { IS_TAKEN, onFreePorts } from '../support/on-free-ports.ts';

let folder: string;
const before = { ...process.env };
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'streambook-test-'));
});
afterEach(async () => {
  for (const name of ['REDISMS_SYSTEM_BINARY', 'PATH', 'STREAMBOOK_CACHE']) {
    if (before[name] === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = before[name];
  }
  await rm(folder, { recursive: true, force: true });
});

/** Starts the server on a free port and resolves with its answer to PING. */
async function ping(binary: RedisBinary): Promise<string> {
  return onFreePorts(1, (port = 0) => pingAt(port, binary));
}

/** null when the port is taken. */
async function pingAt(port: number, binary: RedisBinary): Promise<string | null> {
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', ''];
  const server = spawn(binary.path, args, { env: { ...process.env, ...binary.env } });
  try {
    let log = '';
    for await (const chunk of server.stdout) {
      log += String(chunk);
      if (log.includes('Ready to accept connections')) break;
    }
    if (IS_TAKEN.test(log)) return null;
    const socket = net.connect(port, '127.0.0.1');
    socket.write('PING\r\n');
    const [answer] = await once(socket, 'data');
    socket.destroy();
    return String(answer);
  } finally {
    const gone = server.exitCode === null ? once(server, 'exit') : null;
    server.kill();
    await gone;
  }
}

describe('findRedisBinary', () => {
  it('finds a server that answers PING', async () => {
    const binary = await findRedisBinary();
    expect(binary.version).toMatch(/^\d+\.\d+\.\d+/);
    expect(await ping(binary)).toBe('+PONG\r\n');
  });

  it('takes the server that REDISMS_SYSTEM_BINARY names', async () => {
    const found = await findRedisBinary();
    if (found.env['LD_LIBRARY_PATH']) process.env['LD_LIBRARY_PATH'] = found.env['LD_LIBRARY_PATH'];
    process.env['REDISMS_SYSTEM_BINARY'] = found.path;
    expect(await findRedisBinary()).toEqual({ ...found, env: {} });
    Reflect.deleteProperty(process.env, 'LD_LIBRARY_PATH');
  });

  it.each(['/no/such/redis-server', process.execPath])(
    'refuses REDISMS_SYSTEM_BINARY=%s, naming the variable, instead of looking on',
    async (wrong) => {
      process.env['REDISMS_SYSTEM_BINARY'] = wrong;
      const search = findRedisBinary();
      await expect(search).rejects.toThrow(RedisMissing);
      await expect(search).rejects.toThrow(/^REDISMS_SYSTEM_BINARY is set to /);
    },
  );

  it('says in one sentence how to install a Redis when nothing works', async () => {
    delete process.env['REDISMS_SYSTEM_BINARY'];
    process.env['PATH'] = folder;
    process.env['STREAMBOOK_CACHE'] = path.join(folder, 'cache');
    const lines: string[] = [];
    const search = findRedisBinary({ progress: (line) => lines.push(line) });
    await expect(search).rejects.toThrow(
      /^No Redis was found on this machine: .*install .*again\.$/,
    );
    expect(lines.join('\n')).toContain('That did not work: ');
  });
});

// It is fetched three times, and unpacked.
describe('the distribution’s package', { timeout: 180_000 }, () => {
  /** True where the fallback can work; elsewhere it must step aside. */
  const debian = process.platform === 'linux' && existsSync('/usr/bin/dpkg-deb');

  it('is unpacked without root into a server that answers PING, and anew when it is damaged; steps aside elsewhere', async () => {
    const lines: string[] = [];
    const context = { cache: folder, progress: (line: string) => lines.push(line) };
    const binary = await fromDebian(context);
    if (!debian) {
      expect(binary).toBeNull();
      return;
    }
    expect(lines[0]).toContain('unpacking');
    expect(binary?.path.startsWith(folder)).toBe(true);
    expect(binary && (await ping(binary))).toBe('+PONG\r\n');

    // Two at once do not break each other.
    await writeFile(binary?.path ?? '', 'damaged');
    const both = await Promise.all([fromDebian(context), fromDebian(context)]);
    expect(both).toEqual([binary, binary]);
    const target = (await debianFolder(folder)) ?? '';
    expect(await readdir(path.dirname(target))).toEqual([path.basename(target)]);
  });
});
