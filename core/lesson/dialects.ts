import type { Dialect } from './lesson.ts';

/** Every dialect; the first one is what a learner sees who has chosen none. */
export const DIALECTS = ['walrus', 'node-redis'] as const satisfies Dialect[];

/** True for the name of a dialect. */
export function isDialect(name: string): name is Dialect {
  return DIALECTS.some((dialect) => dialect === name);
}

/** Something for each dialect. */
export function forEachDialect<Value>(make: (dialect: Dialect) => Value): Record<Dialect, Value> {
  return { walrus: make('walrus'), 'node-redis': make('node-redis') };
}
