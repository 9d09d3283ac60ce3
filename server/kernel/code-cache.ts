import { cpSync, existsSync } from 'node:fs';
import path from 'node:path';
import type { RunFolder } from '../state/run-folder.ts';

/**
 * The folder with what V8 has made of a kernel's boot file, which is read by every kernel and written by
 * none: with it, a kernel starts a third sooner. See make-code-cache.ts.
 */
export function codeCacheBeside(boot: string): string {
  return path.join(path.dirname(boot), 'code-cache');
}

/**
 * The same as a copy of this server's own, which stays when the project is built anew and which the user
 * of its kernels can reach (a project may lie in /root); null where there is none.
 */
export function copyOfCodeCache(boot: string, folder: RunFolder): string | null {
  const original = codeCacheBeside(boot);
  const copy = path.join(folder.path, 'code-cache');
  if (existsSync(copy)) return copy;
  if (!existsSync(original)) return null;
  cpSync(original, copy, { recursive: true });
  return copy;
}
