import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { denoBinary } from '../../server/kernel/deno-binary.ts';
import { npm, packWalrus } from '../support/pack-walrus.ts';
import { startTestRedis, type TestRedis } from '../support/redis.ts';

const execute = promisify(execFile);
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TSC = path.join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');

/** The first TypeScript example of the README, which is the one that people copy. */
async function readmeExample(): Promise<string> {
  const readme = await readFile(path.join(ROOT, 'walrus', 'README.md'), 'utf8');
  const example = /```ts\n([\s\S]*?)```/.exec(readme)?.[1];
  if (example === undefined) throw new Error('The README has no example.');
  return example;
}

describe('The package', () => {
  let folder = '';
  let redis: TestRedis | undefined;
  const env = () => ({
    ...process.env,
    REDIS_URL: redis?.url,
    DENO_DIR: path.join(folder, 'deno'),
  });

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'walrus-package-'));
    redis = await startTestRedis();
    const tarball = await packWalrus(folder);
    await writeFile(path.join(folder, 'package.json'), '{ "private": true, "type": "module" }');
    await npm(['install', `./${tarball}`, '--prefer-offline', '--no-audit', '--no-fund'], folder);
    await writeFile(path.join(folder, 'example.mjs'), await readmeExample());
    await writeFile(path.join(folder, 'example.ts'), await readmeExample());
  }, 120_000);

  afterAll(async () => {
    await redis?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('installs redis, its parts, and nothing else', async () => {
    const installed = await readdir(path.join(folder, 'node_modules'));
    expect(installed.filter((name) => !name.startsWith('.'))).toEqual(
      expect.arrayContaining(['@redis', '@streambook', 'redis']),
    );
    expect(await readdir(path.join(folder, 'node_modules', '@streambook'))).toEqual(['walrus']);
    const content = await readdir(path.join(folder, 'node_modules', '@streambook', 'walrus'));
    expect(content.sort()).toEqual(['README.md', 'dist', 'package.json']);
  });

  it('runs the example of its README on Node.js', async () => {
    const { stdout } = await execute(process.execPath, ['example.mjs'], {
      cwd: folder,
      env: env(),
    });
    expect(stdout).toContain("message: { sensor: 'kitchen', celsius: '21.5' }");
    expect(stdout).toContain("{ text: 'too warm' }");
    expect(stdout).toContain("2018-01-01T00:00:00.000Z indoor { celsius: '21' }");
    expect(stdout).toContain("2018-01-02T00:00:00.000Z outdoor { celsius: '-3' }");
  });

  it('runs the same example on Deno', async () => {
    const port = new URL(redis?.url ?? '').port;
    const permissions = [
      '--allow-env',
      '--allow-read',
      '--allow-sys',
      `--allow-net=127.0.0.1:${port}`,
    ];
    const args = ['run', '--no-prompt', '--no-remote', ...permissions, 'example.mjs'];
    const { stdout } = await execute(denoBinary(), args, { cwd: folder, env: env() });
    expect(stdout).toContain('message: { sensor: "kitchen", celsius: "21.5" }');
    expect(stdout).toContain('2018-01-02T00:00:00.000Z outdoor { celsius: "-3" }');
  });

  // The compiler reads all types of Node.js and of redis.
  it('gives the example its types', { timeout: 120_000 }, async () => {
    const options = {
      compilerOptions: {
        strict: true,
        noEmit: true,
        skipLibCheck: false,
        target: 'ES2022',
        module: 'NodeNext',
        types: ['node'],
        typeRoots: [path.join(ROOT, 'node_modules', '@types')],
      },
      files: ['example.ts'],
    };
    await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify(options));
    await expect(execute(process.execPath, [TSC], { cwd: folder })).resolves.toMatchObject({
      stdout: '',
    });
  });
});
