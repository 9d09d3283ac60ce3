import type { Mount } from './confinement.ts';

/** Where a confined program sees a file of the machine; the path itself when it is in no mount. */
export function whereSeen(mounts: readonly Mount[], file: string): string {
  for (const { from, to } of mounts) {
    if (file === from) return to;
    if (file.startsWith(`${from}/`)) return to + file.slice(from.length);
  }
  return file;
}
