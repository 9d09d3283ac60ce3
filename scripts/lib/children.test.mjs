import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { inRoot } from './root.mjs';

/** A process that starts a child which ignores nothing, prints its id, and waits. */
const parent = `
  import { spawn } from 'node:child_process';
  import { endWithUs } from ${JSON.stringify(pathToFileURL(inRoot('scripts/lib/children.mjs')).href)};
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000); console.log("up")'], { stdio: 'pipe' });
  endWithUs(child);
  child.stdout.once('data', () => console.log(child.pid));
`;

describe('endWithUs', () => {
  it('stops the child when we are told to stop, and leaves only then', async () => {
    const args = ['--input-type=module', '-e', parent];
    const outer = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = await once(outer.stdout, 'data');
    const pid = Number(line);
    expect(process.kill(pid, 0)).toBe(true);
    outer.kill('SIGTERM');
    const [code] = await once(outer, 'exit');
    expect(code).toBe(143);
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });
});
