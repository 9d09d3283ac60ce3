import { describe, expect, it } from 'vitest';
import { runCommand } from './run-command.ts';

const node = (script: string, timeout = 20_000) =>
  runCommand(process.execPath, ['-e', script], { timeout });

describe('runCommand', () => {
  it('resolves with what the program printed', async () => {
    expect(await node('process.stdout.write("one\\ntwo")')).toBe('one\ntwo');
  });

  it('rejects with the last line of standard error', async () => {
    const failing = node(
      'console.error("first"); console.error("E: no such package"); process.exit(3)',
    );
    await expect(failing).rejects.toThrow(/: E: no such package$/);
  });

  it('says so when the program took too long', async () => {
    await expect(node('setInterval(() => {}, 1000)', 300)).rejects.toThrow('stopped after 0.3 s');
  });

  it('rejects when there is no such program', async () => {
    const missing = runCommand('no-such-program-here', [], { timeout: 1000 });
    await expect(missing).rejects.toThrow('ENOENT');
  });
});
