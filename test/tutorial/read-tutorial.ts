import { readdirSync, readFileSync } from 'node:fs';
import type { Lesson } from '../../core/lesson/lesson.ts';
import { parseTutorial } from '../../core/lesson/parse-tutorial.ts';

const FOLDER = new URL('../../tutorial/', import.meta.url);

/** The lessons as they stand in tutorial/, parsed. */
export function readTutorial(): Lesson[] {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.md'));
  return parseTutorial(
    names.map((name) => ({ name, text: readFileSync(new URL(name, FOLDER), 'utf8') })),
  );
}
