import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { onPath } from './on-path.ts';

const folder = path.dirname(process.execPath);
const name = path.basename(process.execPath, '.exe');

describe('onPath', () => {
  it('finds a program in a later folder', async () => {
    const PATH = ['', '/no/such/folder', folder].join(path.delimiter);
    expect(await onPath(name, { ...process.env, PATH })).toBe(process.execPath);
  });

  it('is null when no folder has it', async () => {
    expect(await onPath(name, { PATH: '/no/such/folder' })).toBeNull();
    expect(await onPath(name, {})).toBeNull();
  });
});
