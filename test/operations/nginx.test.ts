import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:http2';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROTOCOL } from '../../core/protocol/version.ts';
import { silentLog } from '../../server/log/log.ts';
import { startServer, type RunningServer } from '../../server/server.ts';
import { Page, valueOf } from '../session/page.ts';
import { KERNEL_FOLDER } from '../support/kernel-folder.ts';
import { SITE, startNginx, type RunningNginx } from '../support/nginx.ts';
import { ask, hostOf, openPage, socket } from './through-nginx.ts';

let folder: string;
let server: RunningServer;
let nginx: RunningNginx;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'sb-page-'));
  await mkdir(path.join(folder, 'assets'));
  await writeFile(path.join(folder, 'index.html'), '<title>The page</title>');
  await writeFile(path.join(folder, 'assets', 'app-1a2b.js'), 'export {}');
  server = await startServer({
    port: 0,
    host: '127.0.0.1',
    clientDir: folder,
    kernelDir: KERNEL_FOLDER,
    log: silentLog,
    hostNames: [SITE],
    trustedProxies: 1,
    limits: { sessionsPerAddress: 1, spares: 0 },
  });
  nginx = await startNginx('nginx.conf', { '127.0.0.1:4000': `127.0.0.1:${server.port}` });
});
afterAll(async () => {
  await nginx.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

describe('behind nginx with TLS', () => {
  it('the page and its files arrive, with the headers of the server', async () => {
    const page = await ask(nginx, '/');
    expect(page).toMatchObject({ status: 200, body: expect.stringContaining('The page') });
    expect(page.headers['content-security-policy']).toContain("default-src 'self'");
    const asset = await ask(nginx, '/assets/app-1a2b.js');
    expect(asset.headers['cache-control']).toContain('immutable');
    expect((await ask(nginx, '/healthz')).status).toBe(200);
  });

  it('the page arrives over HTTP/2 too', async () => {
    const session = connect(`https://127.0.0.1:${nginx.port}`, {
      ca: nginx.certificate,
      servername: SITE,
    });
    const stream = session.request({ ':path': '/', ':authority': hostOf(nginx) });
    const [headers] = await once(stream, 'response');
    stream.resume();
    await once(stream, 'end');
    session.close();
    expect(headers[':status']).toBe(200);
  });

  it('whoever comes without TLS is led to it', async () => {
    const url = `http://127.0.0.1:${nginx.plainPort}/some`;
    const { status, headers } = await fetch(url, { redirect: 'manual' });
    expect([status, headers.get('location')]).toEqual([301, 'https://127.0.0.1/some']);
  });

  it('other names, other origins and the metrics are refused', async () => {
    expect((await ask(nginx, '/', { host: 'evil.example' })).status).toBe(403);
    expect((await ask(nginx, '/', { origin: 'https://evil.example' })).status).toBe(403);
    expect((await ask(nginx, '/metrics')).status).toBe(404);
    const foreign = socket(nginx, null, {}, 'https://evil.example');
    foreign.on('error', () => undefined);
    const [, answer] = await once(foreign, 'unexpected-response');
    expect(answer.statusCode).toBe(403);
    foreign.terminate();
  });

  it('a page runs cells, and nobody can pretend to come from another address', async () => {
    const page = await openPage(nginx);
    expect(valueOf(await page.run('20 + 22'))).toBe('42');
    expect(valueOf(await page.run("'x'.repeat(300_000).length"))).toBe('300000');
    const hello = { type: 'hello', protocol: PROTOCOL, session: null } as const;
    const forged = await Page.over(socket(nginx, null, { 'x-forwarded-for': '203.0.113.9' }));
    expect(await forged.refusal(hello)).toMatchObject({ reason: 'full-address' });
    await forged.drop();
    await page.drop();
    const back = await openPage(nginx, page.session);
    expect(back.welcome.found).toBe('resumed');
    await back.drop();
  });
});
