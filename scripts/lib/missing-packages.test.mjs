import { describe, expect, it } from 'vitest';
import { hasDevPackages, missingPackages } from './missing-packages.mjs';

const lock = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/vite': { version: '8.0.0' },
    'node_modules/vitest': { version: '4.0.0', dev: true },
    'node_modules/@part/for-another-system': { version: '1.0.0', optional: true, os: ['aix'] },
  },
};

describe('missingPackages', () => {
  it('lists everything when nothing is installed', () => {
    const missing = missingPackages(lock, { packages: {} }, { dev: true });
    expect(missing).toEqual(['node_modules/vite', 'node_modules/vitest']);
  });

  it('does not ask for development packages when they are not wanted', () => {
    const installed = { packages: { 'node_modules/vite': { version: '8.0.0' } } };
    expect(missingPackages(lock, installed, { dev: false })).toEqual([]);
    expect(missingPackages(lock, installed, { dev: true })).toEqual(['node_modules/vitest']);
  });

  it('lists a package of another version', () => {
    const installed = { packages: { 'node_modules/vite': { version: '7.0.0' } } };
    expect(missingPackages(lock, installed, { dev: false })).toEqual(['node_modules/vite']);
  });
});

describe('hasDevPackages', () => {
  it('tells a full tree from one without development packages', () => {
    expect(hasDevPackages(lock)).toBe(true);
    expect(hasDevPackages({ packages: { a: { version: '1.0.0' } } })).toBe(false);
  });
});
