import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from '../structure/project-files.ts';

let clone: string;
beforeEach(async () => {
  clone = await mkdtemp(path.join(os.tmpdir(), 'streambook-test-'));
  for (const name of ['scripts', 'package.json', 'package-lock.json']) {
    await cp(path.join(ROOT, name), path.join(clone, name), { recursive: true });
  }
});
afterEach(() => rm(clone, { recursive: true, force: true }));

/** Runs a script of the clone where npm has an empty cache and no network. */
function runOffline(script: string): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = {
    ...process.env,
    npm_config_registry: 'http://127.0.0.1:9',
    npm_config_cache: path.join(clone, 'npm-cache'),
    npm_config_fetch_retries: '0',
  };
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [path.join(clone, 'scripts', script)],
      { env },
      (error, stdout, stderr) => {
        const code = error ? Number(error.code) : 0;
        resolve({ code, stdout, stderr });
      },
    );
    child.stdin?.end();
  });
}

describe('a fresh clone without a network', () => {
  it.each(['start.mjs', 'test.mjs'])('makes %s say at its end what to do', async (script) => {
    const { code, stdout, stderr } = await runOffline(script);
    expect(code).toBe(1);
    expect(stdout).toContain('✗ Installing packages');
    expect(stderr).toMatch(/\nnpm cannot reach its registry: connect .*\.\n$/);
    expect(await readdir(clone)).not.toContain('dist');
  });

  it('still ends npm test with the count', async () => {
    const { stdout } = await runOffline('test.mjs');
    expect(stdout).toMatch(/\n0 passed, 1 failed\n$/);
  });
});
