import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { distFolder } from './build/dist-folder.mjs';
import { lessonsFolder, takeLessons } from './lessons.mjs';
import { inRoot } from './root.mjs';

/** @type {string} */
let folder;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'sb-lessons-'));
  vi.stubEnv('STREAMBOOK_LESSONS', '');
  vi.stubEnv('npm_lifecycle_event', 'start');
  vi.stubEnv('INIT_CWD', path.dirname(folder));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe('takeLessons', () => {
  it('leaves our own lessons when no others are named', () => {
    expect(takeLessons('npm start', [])).toEqual([]);
    expect(lessonsFolder()).toBe(inRoot('tutorial'));
    expect(distFolder()).toBe(inRoot('dist'));
  });

  it('takes a folder as seen from where npm was called, and builds it elsewhere', () => {
    const others = takeLessons('pack', ['/target', '--lessons', path.basename(folder)], 1);
    expect(others).toEqual(['/target']);
    expect(lessonsFolder()).toBe(folder);
    expect(distFolder()).toContain(path.join('.cache', 'courses', path.basename(folder)));
  });

  it('says what to do when there is no such folder, and about other options', () => {
    expect(() => takeLessons('npm start', ['--lessons', 'nowhere-at-all'])).toThrow(
      /There is no folder .*nowhere-at-all: make it/,
    );
    expect(() => takeLessons('npm start', ['--lesson', 'x'])).toThrow(
      'npm start has one option, a folder of lessons: npm start -- --lessons ../my-course',
    );
    expect(() => takeLessons('npm start', [folder])).toThrow('npm start -- --lessons ../my-course');
    expect(() => takeLessons('node pack.mjs', ['/target', '--', '--lessons', folder], 1)).toThrow(
      ': node pack.mjs --lessons ../my-course',
    );
  });
});
