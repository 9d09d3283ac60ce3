import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { request, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { silentLog } from '../../server/log/log.ts';
import { startServer, type RunningServer } from '../../server/server.ts';
import { KERNEL_FOLDER } from '../support/kernel-folder.ts';

const SECRET = 'not for anybody';
const NAME = 'streams.school.example';

let folder: string;
let server: RunningServer;
let host: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'sb-origin-'));
  const clientDir = path.join(folder, 'client');
  await mkdir(path.join(clientDir, 'assets'), { recursive: true });
  await writeFile(path.join(clientDir, 'index.html'), '<title>The page</title>');
  await writeFile(path.join(clientDir, 'assets', 'app-1a2b.js'), 'export {}');
  await writeFile(path.join(clientDir, '.hidden'), SECRET);
  await writeFile(path.join(folder, 'secret.txt'), SECRET);
  server = await startServer({
    port: 0,
    host: '127.0.0.1',
    clientDir,
    kernelDir: KERNEL_FOLDER,
    log: silentLog,
    hostNames: [NAME],
  });
  host = `127.0.0.1:${server.port}`;
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** One request exactly as written: fetch() would correct its path and refuse its headers. */
async function ask(
  target: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const sent = request({ host: '127.0.0.1', port: server.port, path: target, method, headers });
  sent.end();
  const [response] = await once(sent, 'response');
  let body = '';
  for await (const chunk of response) body += String(chunk);
  return { status: response.statusCode, headers: response.headers, body };
}

/** How the server takes a WebSocket: 101, another status, or 0 when it hangs up without a word. */
async function knock(target: string, headers: Record<string, string>): Promise<number> {
  const socket = new WebSocket(`ws://${host}${target}`, { headers });
  return new Promise((resolve) => {
    socket.once('open', () => {
      socket.terminate();
      resolve(101);
    });
    socket.once('unexpected-response', (_request, response) => {
      response.destroy();
      resolve(response.statusCode ?? 0);
    });
    socket.once('error', () => resolve(0));
  });
}

/** The answer to bytes that no client would send. */
async function raw(bytes: string): Promise<string> {
  const socket = connect(server.port, '127.0.0.1');
  socket.write(bytes);
  let answer = '';
  for await (const chunk of socket) answer += String(chunk);
  return answer;
}

describe('the page', () => {
  it('is served to itself, with headers that keep others out', async () => {
    const { status, headers, body } = await ask('/');
    expect(status).toBe(200);
    expect(body).toContain('The page');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-cache',
    });
    const policy = headers['content-security-policy'];
    expect(policy).toContain("default-src 'self'");
    expect(policy).toMatch(/script-src 'self'(;|$)/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it('has its headers on every answer, also on a refusal', async () => {
    for (const target of ['/healthz', '/nowhere', '/assets/app-1a2b.js']) {
      const { headers } = await ask(target);
      expect([target, headers['x-content-type-options']]).toEqual([target, 'nosniff']);
      expect(headers['content-security-policy']).toBeDefined();
    }
    const refused = await ask('/', { headers: { host: 'evil.example' } });
    expect(refused.headers['content-security-policy']).toBeDefined();
  });

  it('lets a browser keep files whose names carry a hash', async () => {
    expect((await ask('/assets/app-1a2b.js')).headers['cache-control']).toContain('immutable');
  });

  it('answers HEAD without a body', async () => {
    expect(await ask('/', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
  });

  it('says that there is nothing elsewhere', async () => {
    expect(await ask('/nowhere')).toMatchObject({ status: 404 });
    expect(await ask('/healthz/more')).toMatchObject({ status: 404 });
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('does not answer %s', async (method) => {
    const { status, headers } = await ask('/', { method });
    expect(status).toBe(405);
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('another web site in the learner’s browser', () => {
  it.each(['/', '/healthz', '/assets/app-1a2b.js'])(
    'gets nothing of %s through a name of its own (DNS rebinding)',
    async (target) => {
      for (const name of ['evil.example', `evil.example:${server.port}`, `${NAME}.evil.example`]) {
        const { status, body } = await ask(target, { headers: { host: name } });
        expect([name, status]).toEqual([name, 403]);
        expect(body).toContain('does not answer to the name');
      }
    },
  );

  it('gets nothing by asking from its own origin', async () => {
    for (const origin of ['https://evil.example', 'null', 'http://localhost:1', `http://${NAME}`]) {
      const { status, body } = await ask('/', { headers: { origin } });
      expect([origin, status]).toEqual([origin, 403]);
      expect(body).not.toContain('The page');
    }
  });

  it.each([
    ['its own origin', { origin: 'https://evil.example' }],
    ['no origin at all', {}],
    ['the origin of a sandboxed frame', { origin: 'null' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['another name of this machine', { origin: 'http://localhost' }],
    ['an origin that is no address', { origin: 'http://' }],
  ])('cannot open a WebSocket with %s', async (_, headers) => {
    const sessions = server.registry.size;
    expect(await knock('/session', headers)).toBe(403);
    expect(server.registry.size).toBe(sessions);
  });

  it('cannot open a WebSocket through a name of its own', async () => {
    const name = `evil.example:${server.port}`;
    expect(await knock('/session', { host: name, origin: `http://${name}` })).toBe(403);
  });

  it('does not get past the checks with a request that names no host', async () => {
    expect(await raw('GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 403 /);
    expect(await raw('GET / HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  });
});

describe('a WebSocket of the page itself', () => {
  it('is taken under every name that the server answers to', async () => {
    for (const own of [host, `localhost:${server.port}`, `[::1]:${server.port}`, NAME]) {
      expect([own, await knock('/session', { host: own, origin: `http://${own}` })]).toEqual([
        own,
        101,
      ]);
    }
    expect((await ask('/', { headers: { host: NAME } })).status).toBe(200);
  });

  it('is taken behind a proxy that speaks TLS', async () => {
    expect(await knock('/session', { host: NAME, origin: `https://${NAME}` })).toBe(101);
  });

  it.each(['/', '/sessions', '/session/', '/session?x', '/healthz'])(
    'is not taken at %s',
    async (target) => {
      expect(await knock(target, { origin: `http://${host}` })).toBe(0);
    },
  );
});

describe('files beside the page', () => {
  it.each([
    '/../secret.txt',
    '/../../../../../../etc/passwd',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/....//secret.txt',
    '/%252e%252e/secret.txt',
    '/%252e%252e%252fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/..%00/secret.txt',
    '/secret.txt%00.js',
    '/%2e%2e%00%2fsecret.txt',
    '/..;/secret.txt',
    '/\\\\127.0.0.1/secret.txt',
    '/file:///etc/passwd',
    '//etc/passwd',
    '/%00/../secret.txt',
    '/%',
    '/%c0%ae%c0%ae/secret.txt',
    '/.hidden',
    'http://127.0.0.1/../secret.txt',
  ])('are not served for %s', async (target) => {
    const { status, body } = await ask(target);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body).not.toContain(SECRET);
    expect(body).not.toContain('root:');
    expect((await ask('/')).status).toBe(200);
  });
});
