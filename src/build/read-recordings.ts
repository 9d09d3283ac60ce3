import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { LessonError } from '../../core/lesson/lesson-error.ts';
import { Recording } from '../../core/record/recording.ts';

/**
 * The recorded runs that stand beside the lessons of a folder, by the slugs of these.
 * @throws LessonError when one cannot be read
 */
export function readRecordings(folder: string): Map<string, Recording> {
  const recordings = new Map<string, Recording>();
  for (const name of readdirSync(folder).toSorted()) {
    const slug = /^\d\d-(.+)\.run\.json$/.exec(name)?.[1];
    if (slug !== undefined) recordings.set(slug, read(folder, name));
  }
  return recordings;
}

function read(folder: string, name: string): Recording {
  try {
    return v.parse(Recording, JSON.parse(readFileSync(join(folder, name), 'utf8')));
  } catch {
    throw new LessonError(
      name,
      null,
      'this recorded run cannot be read: make it anew, or remove it',
    );
  }
}
