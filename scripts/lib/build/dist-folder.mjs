import { createHash } from 'node:crypto';
import path from 'node:path';
import { lessonsFolder } from '../lessons.mjs';
import { inRoot } from '../root.mjs';

/**
 * Where the built site stands: dist/, or for other lessons than those in tutorial/ a folder of their
 * own, so that two of them can be served at once.
 */
export function distFolder() {
  const folder = lessonsFolder();
  if (folder === inRoot('tutorial')) return inRoot('dist');
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 8);
  return inRoot('.cache', 'courses', `${path.basename(folder)}-${hash}`);
}
