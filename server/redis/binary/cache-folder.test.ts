import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cacheFolder } from './cache-folder.ts';

describe('cacheFolder', () => {
  it('is below ~/.cache on Linux', () => {
    const folder = cacheFolder({ platform: 'linux', env: {}, home: '/home/ada' });
    expect(folder).toBe('/home/ada/.cache/streambook');
  });

  it('follows XDG_CACHE_HOME on Linux', () => {
    const env = { XDG_CACHE_HOME: '/var/ada' };
    expect(cacheFolder({ platform: 'linux', env, home: '/home/ada' })).toBe('/var/ada/streambook');
  });

  it('is below Library/Caches on a Mac', () => {
    const folder = cacheFolder({ platform: 'darwin', env: {}, home: '/Users/ada' });
    expect(folder).toBe('/Users/ada/Library/Caches/streambook');
  });

  it('is in the local application data on Windows', () => {
    const env = { LOCALAPPDATA: 'D:\\Local' };
    const home = 'C:\\Users\\ada';
    expect(cacheFolder({ platform: 'win32', env, home })).toBe('D:\\Local\\streambook');
    expect(cacheFolder({ platform: 'win32', env: {}, home })).toBe(
      'C:\\Users\\ada\\AppData\\Local\\streambook',
    );
  });

  it('is where STREAMBOOK_CACHE says, everywhere', () => {
    const env = { STREAMBOOK_CACHE: 'somewhere', XDG_CACHE_HOME: '/var/ada' };
    expect(cacheFolder({ platform: 'linux', env, home: '/home/ada' })).toBe(
      path.resolve('somewhere'),
    );
  });
});
