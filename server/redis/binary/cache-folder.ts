import path from 'node:path';

/** The machine, as far as a path depends on it. */
export interface Machine {
  platform: NodeJS.Platform;
  env: NodeJS.ProcessEnv;
  /** The user's home folder. */
  home: string;
}

/** Where this user's downloads are kept between runs; STREAMBOOK_CACHE overrides it. */
export function cacheFolder({ platform, env, home }: Machine): string {
  if (env['STREAMBOOK_CACHE']) return path.resolve(env['STREAMBOOK_CACHE']);
  if (platform === 'win32') {
    return path.win32.join(
      env['LOCALAPPDATA'] || path.win32.join(home, 'AppData', 'Local'),
      'streambook',
    );
  }
  if (platform === 'darwin') return path.posix.join(home, 'Library', 'Caches', 'streambook');
  return path.posix.join(env['XDG_CACHE_HOME'] || path.posix.join(home, '.cache'), 'streambook');
}
