import { statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Failure } from './failure.mjs';
import { inRoot } from './root.mjs';

/** What tells the builds, which may be processes of their own, which folder is taught. */
const VARIABLE = 'STREAMBOOK_LESSONS';

/** The folder whose lessons are taught. */
export function lessonsFolder() {
  return process.env[VARIABLE] || inRoot('tutorial');
}

/**
 * Reads `--lessons folder` from the command line: from now on, that folder is taught instead of
 * tutorial/. Throws Failure when there is no such folder, or when something else was asked for.
 * @param {string} command as a person types it: `npm start`
 * @param {string[]} [args]
 * @param {number} [mostOthers] how many words may stand there beside the option
 * @returns {string[]} those words
 */
export function takeLessons(command, args = process.argv.slice(2), mostOthers = 0) {
  const { lessons, others } = read(command, args);
  // A folder without --lessons before it would not be taught, and nobody would say so.
  if (others.length > mostOthers) throw otherwise(command);
  if (lessons === undefined) return others;
  // npm runs scripts in the project's folder, wherever it was called.
  const from = process.env['npm_lifecycle_event'] ? process.env['INIT_CWD'] : undefined;
  const folder = path.resolve(from ?? process.cwd(), lessons);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Failure(
      `There is no folder ${folder}: make it, with a lesson in it (docs/writing-lessons.md says how), or name another one after --lessons.`,
    );
  }
  process.env[VARIABLE] = folder;
  return others;
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function read(command, args) {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { lessons: { type: 'string' } },
      allowPositionals: true,
    });
    return { lessons: values.lessons, others: positionals };
  } catch {
    throw otherwise(command);
  }
}

/**
 * What to say about options that nobody knows.
 * @param {string} command
 */
function otherwise(command) {
  // npm takes options in front of -- for its own.
  const options = command.startsWith('npm') ? '-- --lessons' : '--lessons';
  return new Failure(
    `${command} has one option, a folder of lessons: ${command} ${options} ../my-course`,
  );
}
