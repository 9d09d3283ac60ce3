import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { lessonSlug } from '../../../core/lesson/lesson-file-name.ts';
import { Recording } from '../../../core/record/recording.ts';

const RECORDING = /\.run\.json$/;

/** The file that holds the recorded run of a lesson: `03-basic-operations.run.json`, beside its own. */
export function recordingFile(lessonFile: string): string {
  return path.basename(lessonFile).replace(/\.md$/, '.run.json');
}

/** The names of all recorded runs in a folder. */
export async function recordingNames(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => RECORDING.test(name)).sort();
}

/**
 * The recorded runs in a folder, by the slugs of their lessons.
 * @throws Error naming the file that is none
 */
export async function readRecordings(folder: string): Promise<Map<string, Recording>> {
  const names = await recordingNames(folder);
  const read = names.map(async (name): Promise<[string, Recording]> => {
    const text = await readFile(path.join(folder, name), 'utf8');
    return [lessonSlug(name.replace(RECORDING, '.md')), parse(name, text)];
  });
  return new Map(await Promise.all(read));
}

function parse(name: string, text: string): Recording {
  try {
    return v.parse(Recording, JSON.parse(text));
  } catch (error) {
    throw new Error(`${name} is no recorded run that can be read; npm run record makes it anew.`, {
      cause: error,
    });
  }
}
