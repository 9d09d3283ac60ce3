import type { Dialect } from './lesson.ts';

/** Every dialect; the first one is what a learner sees who has chosen none. */
export const DIALECTS = ['walrus', 'node-redis'] as const satisfies Dialect[];
