import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { cellsOf } from '../../../core/lesson/cells-of.ts';
import type { Course } from '../../../core/lesson/course.ts';
import { isCourseFile } from '../../../core/lesson/course-front.ts';
import { lessonSlug } from '../../../core/lesson/lesson-file-name.ts';
import { compareRecordings } from '../../../core/record/compare-recordings.ts';
import { formatRecording } from '../../../core/record/format-recording.ts';
import { Recording, type StoredRecording } from '../../../core/record/recording.ts';
import type { RunningServer } from '../../../server/server.ts';
import { readCourse, readLessonFiles } from '../../../src/build/lesson-files.ts';
import buildKernel from '../../support/global-setup.ts';
import { startTestServer } from '../../support/server.ts';
import { recordingFile, recordingNames } from './lesson-files.ts';
import { NotebookRun } from './notebook-run.ts';
import { recordingsOfRuns } from './recordings-of-runs.ts';

/** record(), where nothing else runs: what runs inside a kernel is built before. */
export async function buildAndRecord(folder: string): Promise<string[]> {
  await buildKernel();
  return record(folder);
}

/**
 * Runs the lessons in a folder as one notebook and writes what each of them did beside it, in a file of
 * its own.
 * @returns the names of files that were written or removed, because they were not so before
 * @throws Error when a cell does not go well, or does not do the same every time; then nothing is written
 */
export async function record(folder: string): Promise<string[]> {
  const course = readCourse(folder);
  const recordings = await recordTwice(course);
  const texts = new Map<string, string>();
  for (const { name } of readLessonFiles(folder)) {
    const recording = isCourseFile(name) ? undefined : recordings.get(lessonSlug(name));
    if (recording) texts.set(recordingFile(name), formatRecording(recording));
  }
  const changed: string[] = [];
  for (const [name, text] of texts) {
    const file = path.join(folder, name);
    if ((await readFile(file, 'utf8').catch(() => null)) === text) continue;
    await writeFile(file, text);
    changed.push(name);
  }
  for (const name of await recordingNames(folder)) {
    if (texts.has(name)) continue;
    await rm(path.join(folder, name));
    changed.push(name);
  }
  return changed;
}

/** @throws Error when the second time is not as the first: its test would fail now and then */
async function recordTwice(course: Course): Promise<Map<string, StoredRecording>> {
  const server = await startTestServer();
  try {
    const first = await runThrough(server, course);
    const second = await runThrough(server, course);
    const differences = [...first].flatMap(([slug, recording]) =>
      compareRecordings(v.parse(Recording, recording), v.parse(Recording, second.get(slug))),
    );
    if (differences.length === 0) return first;
    throw new Error(
      `Two runs in a row did not do the same. What differs from run to run cannot be recorded: show something else.\n\n${differences.join('\n')}`,
    );
  } finally {
    await server.close();
  }
}

async function runThrough(
  server: RunningServer,
  { dialects, lessons }: Course,
): Promise<Map<string, StoredRecording>> {
  const runs = dialects.map((dialect) => new NotebookRun(server, dialect));
  try {
    await Promise.all(
      runs.map(async (run) => {
        for (const cell of lessons.flatMap(cellsOf)) await run.next(cell);
      }),
    );
    return recordingsOfRuns(lessons, runs);
  } finally {
    for (const run of runs) run.leave();
  }
}
