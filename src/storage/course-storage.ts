/**
 * What belongs here: whose keys of the browser's storage are whose. Courses that are served at one address,
 * one after the other, share that storage. Each has keys of its own, so that no work of one appears in
 * another; the course that comes with Streambook has those without a course in them.
 */
import type { SafeStorage } from './safe-storage.ts';

const PLAIN = 'streambook:';

/**
 * The part of a storage that belongs to a course. All that is kept there has keys that begin with
 * `streambook:`, whatever they are in the browser.
 * @param course its id; null for the course that comes with Streambook
 */
export function courseStorage(storage: SafeStorage, course: string | null): SafeStorage {
  const whole = (key: string) => beginOf(course) + key.slice(PLAIN.length);
  return {
    get: (key) => storage.get(whole(key)),
    set: (key, value) => storage.set(whole(key), value),
    remove: (key) => storage.remove(whole(key)),
    keys: (prefix) => storage.keys(whole(prefix)).flatMap((key) => keyInCourse(course, key) ?? []),
  };
}

/** A key of the browser's storage as it is called in that of a course; null when it is not of that course. */
export function keyInCourse(course: string | null, key: string): string | null {
  const begin = beginOf(course);
  return key.startsWith(begin) ? PLAIN + key.slice(begin.length) : null;
}

function beginOf(course: string | null): string {
  return course === null ? PLAIN : `streambook@${course}:`;
}
