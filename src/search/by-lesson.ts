import type { Found } from './find-places.ts';
import type { Place } from './place.ts';

/** What was found, by the slug of the lesson that it is in. */
export function byLesson<P extends Place>(
  found: readonly Found<P>[],
): ReadonlyMap<string, readonly Found<P>[]> {
  const groups = new Map<string, readonly Found<P>[]>();
  for (const one of found) {
    const { lesson } = one.place;
    groups.set(lesson, [...(groups.get(lesson) ?? []), one]);
  }
  return groups;
}
