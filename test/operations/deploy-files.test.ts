import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFiles, ROOT } from '../structure/project-files.ts';

const read = (file: string) => readFile(path.join(ROOT, file), 'utf8');
const NAME = /STREAMBOOK_[A-Z_]*[A-Z]/g;
const FILES = [
  'Dockerfile',
  'compose.yaml',
  'deploy/nginx.conf',
  'deploy/nginx-cluster.conf',
  'deploy/streambook.service',
  'docs/deploy.md',
];

describe('what a server is deployed with', () => {
  it.each(FILES)('names no variable in %s that the server does not read', async (file) => {
    const sources = (await projectFiles(['.ts', '.mjs'])).filter(({ path }) =>
      /^(server|scripts)\/(?!.*\.test\.)/.test(path),
    );
    const known = new Set(sources.flatMap(({ text }) => text.match(NAME) ?? []));
    // The compose file has one of its own.
    if (file === 'compose.yaml' || file === 'docs/deploy.md') known.add('STREAMBOOK_ADDRESS');
    const named = new Set((await read(file)).match(NAME) ?? []);
    expect([...named].filter((name) => !known.has(name))).toEqual([]);
  });

  it('copies and starts only what is there', async () => {
    const docker = await read('Dockerfile');
    const copied = [...docker.matchAll(/^COPY (?!--)(.+) \S+$/gm)].flatMap(([, names = '']) =>
      names.split(' '),
    );
    expect(copied.filter((name) => !existsSync(path.join(ROOT, name)))).toEqual([]);
    expect(docker).toContain('CMD ["node", "dist/server/main.js"]');
    expect(await read('deploy/streambook.service')).toContain('/dist/server/main.js');
    const left = (await read('.dockerignore')).split('\n');
    expect(
      left.filter((name) => ['scripts', 'server', 'src', 'core', 'tutorial'].includes(name)),
    ).toEqual([]);
  });

  it('waits for cells longer than they may take', async () => {
    const { LIMITS } = await import('../../server/config/limits.ts');
    const seconds = LIMITS.drainMs.value / 1000;
    const [, compose] = /stop_grace_period: (\d+)s/.exec(await read('compose.yaml')) ?? [];
    const [, unit] = /TimeoutStopSec=(\d+)/.exec(await read('deploy/streambook.service')) ?? [];
    expect(Number(compose)).toBeGreaterThan(2 * seconds);
    expect(Number(unit)).toBeGreaterThan(2 * seconds);
  });
});
