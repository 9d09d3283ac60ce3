import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Page, valueOf } from '../session/page.ts';
import { ROOT } from '../structure/project-files.ts';

let folder: string;
// It may have to build first.
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'sb-pack-'));
  const script = path.join(ROOT, 'scripts', 'pack.mjs');
  await promisify(execFile)(process.execPath, [script, path.join(folder, 'packed')]);
}, 180_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the packed server', () => {
  it('runs cells far from the project, logs JSON, and ends when it is told to', async () => {
    const child = spawn(process.execPath, ['dist/server/main.js'], {
      cwd: path.join(folder, 'packed'),
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        TMPDIR: folder,
        NODE_ENV: 'production',
        PORT: '0',
        STREAMBOOK_LOG: 'json',
        STREAMBOOK_LOG_LEVEL: 'debug',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    // Not at its exit: its last lines come later.
    const ended = once(child, 'close');
    const lines: string[] = [];
    const url = await new Promise<string>((resolve, reject) => {
      void ended.then(() => reject(new Error(`it ended: ${lines.join('\n')}`)));
      createInterface(child.stdout).on('line', (line) => {
        lines.push(line);
        const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(line)?.[0];
        if (found) resolve(found);
      });
    });
    try {
      expect(await (await fetch(url)).text()).toContain('data-cell="');
      const page = await Page.open(url);
      const run = await page.run(
        `import { Database } from 'walrus';
         const db = await Database.connect();
         await db.stream('s').add({ a: 1 }); await db.stream('s').length()`,
      );
      expect(valueOf(run)).toBe('1');
      child.kill('SIGTERM');
      expect(await page.closed).toBe(1012);
    } finally {
      child.kill('SIGTERM');
      expect(await ended).toEqual([0, null]);
    }
    const events = lines.map((line): unknown => JSON.parse(line).event);
    expect(events).toEqual(expect.arrayContaining(['session-opened', 'cell-ended', 'drained']));
  });
});
