import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { vi } from 'vitest';
import { ROOT } from '../structure/project-files.ts';
import { findProgram } from './find-program.ts';
import { IS_TAKEN, onFreePorts } from './on-free-ports.ts';

/** What deploy/*.conf calls the site. */
export const SITE = 'streams.school.example';

export interface RunningNginx {
  /** Of its TLS side. */
  port: number;
  /** What a browser would be told to trust. */
  certificate: string;
  /** Of the side that leads on to TLS. */
  plainPort: number;
  close(): Promise<void>;
}

/**
 * Runs a real nginx with one of our configurations, in which only addresses, ports and the place of the
 * certificate are replaced.
 * @param file `nginx.conf`
 * @param upstreams what stands for each server that the file names: `{ '127.0.0.1:4000': '127.0.0.1:41234' }`
 */
export function startNginx(file: string, upstreams: Record<string, string>): Promise<RunningNginx> {
  return onFreePorts(2, (port = 0, plainPort = 0) => startAt(port, plainPort, file, upstreams));
}

async function startAt(
  port: number,
  plainPort: number,
  file: string,
  upstreams: Record<string, string>,
): Promise<RunningNginx | null> {
  const binary = await findProgram('nginx');
  const folder = await mkdtemp(path.join(os.tmpdir(), 'sb-nginx-'));
  // Its workers may run as another user.
  await chmod(folder, 0o755);
  await mkdir(path.join(folder, 'tmp'));
  const certificate = await makeCertificate(folder);
  let site = await readFile(path.join(ROOT, 'deploy', file), 'utf8');
  const replace = (from: string, to: string) => {
    if (!site.includes(from)) throw new Error(`${file} has no "${from}"`);
    site = site.replaceAll(from, to);
  };
  replace('listen [::]:80;', '');
  replace('listen [::]:443 ssl http2;', '');
  replace('listen 80;', `listen 127.0.0.1:${plainPort};`);
  replace('listen 443 ssl http2;', `listen 127.0.0.1:${port} ssl http2;`);
  replace(`/etc/letsencrypt/live/${SITE}`, folder);
  for (const [from, to] of Object.entries(upstreams)) replace(from, to);
  await writeFile(path.join(folder, 'site.conf'), site);
  await writeFile(path.join(folder, 'nginx.conf'), around(folder));

  const args = [
    '-p',
    folder,
    '-e',
    path.join(folder, 'error.log'),
    '-c',
    path.join(folder, 'nginx.conf'),
  ];
  const env = { ...process.env, ...binary.env };
  // It opens its ports to try them, too.
  const tried = spawnSync(binary.path, [...args, '-t', '-q'], { env, encoding: 'utf8' });
  if (tried.status !== 0) {
    await rm(folder, { recursive: true, force: true });
    if (IS_TAKEN.test(tried.stderr)) return null;
    throw new Error(`nginx does not take ${file}: ${tried.stderr}`);
  }
  const child = spawn(binary.path, args, { env, stdio: 'ignore' });
  const ended = once(child, 'exit');
  const close = async () => {
    child.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const url = `http://127.0.0.1:${plainPort}/`;
    const answers = () => fetch(url, { redirect: 'manual' }).catch(() => null);
    await vi.waitUntil(async () => child.exitCode !== null || (await answers()), 50_000);
    if (child.exitCode === null) return { port, plainPort, certificate, close };
    const log = await readFile(path.join(folder, 'error.log'), 'utf8');
    if (!IS_TAKEN.test(log)) throw new Error(`nginx has ended: ${log}`);
  } catch (error) {
    await close();
    throw error;
  }
  await close();
  return null;
}

/** What stands around a site in /etc/nginx/nginx.conf; all that it writes stays in the folder. */
function around(folder: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/tmp/${name};`)
    .join(' ');
  return `daemon off; pid ${folder}/pid; worker_processes 2;
events { worker_connections 512; }
http { access_log off; ${temporary} include ${folder}/site.conf; }
`;
}

async function makeCertificate(folder: string): Promise<string> {
  const certificate = path.join(folder, 'fullchain.pem');
  const key = path.join(folder, 'privkey.pem');
  const subject = ['-subj', `/CN=${SITE}`, '-addext', `subjectAltName=DNS:${SITE}`];
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const files = ['-keyout', key, '-out', certificate];
  const openssl = await findProgram('openssl');
  execFileSync(openssl.path, ['req', ...kind, '-days', '2', ...subject, ...files], {
    env: { ...process.env, ...openssl.env },
    stdio: 'ignore',
  });
  return readFile(certificate, 'utf8');
}
