import type { Dialect } from '../../core/lesson/lesson.ts';

/** What each dialect is. */
export const kinds: Record<Dialect, string> = {
  walrus: 'the library',
  'node-redis': 'the bare client',
};
