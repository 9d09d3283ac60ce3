import { dirname, resolve } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { cellsOf } from '../../core/lesson/cells-of.ts';
import { LessonError } from '../../core/lesson/lesson-error.ts';
import { createHighlighter } from '../highlight/highlighter.ts';
import { withoutHtml } from '../tutorial/page-lesson.ts';
import { withoutIntroduction } from '../tutorial/page-course.ts';
import { textsOf, toPageLesson } from '../tutorial/to-page-lesson.ts';
import { authorError } from './author-error.ts';
import { courseNotebooks } from './course-notebooks.ts';
import { readCourse } from './lesson-files.ts';
import { readRecordings } from './read-recordings.ts';

const lessonsId = 'virtual:tutorial';
const codeId = 'virtual:tutorial-code';
const notebooksId = 'virtual:tutorial-notebooks';
/** The modules under the names that are theirs within a build. */
const resolved = new Map([lessonsId, codeId, notebooksId].map((id) => [id, `\0${id}`]));

/** A file that is saved, or renamed, is several events. */
const QUIET_MS = 50;

/**
 * Gives the page what a folder teaches, as the module `virtual:tutorial`, and the highlighted code of the
 * second dialect as `virtual:tutorial-code`, and notebooks for Jupyter as `virtual:tutorial-notebooks`, to be
 * loaded when somebody wants them. In development the page is
 * loaded anew when a lesson is saved, added, renamed or removed; a mistake is reported with its file and
 * line, in the terminal and above the page, which stays as it was until the mistake is mended.
 * @param own the folder of the course that comes with Streambook
 */
export function tutorialPlugin(folder: string, own: string): Plugin {
  const root = resolve(folder);
  const isLesson = (file: string) => dirname(file) === root && /\.(md|run\.json)$/.test(file);
  let building = false;
  let quiet: NodeJS.Timeout | undefined;
  return {
    name: 'streambook:tutorial',
    configResolved(config) {
      building = config.command === 'build';
    },
    resolveId(id) {
      return resolved.get(id) ?? null;
    },
    async load(id) {
      if (![...resolved.values()].includes(id)) return null;
      try {
        if (id === resolved.get(codeId)) return await codeText(root);
        if (id === resolved.get(notebooksId)) return await notebooksText(root);
        // In development the browser must be able to draw a lesson anew, so it gets the HTML too.
        return await moduleText(root, {
          isOwn: root === resolve(own),
          isLean: building && this.environment.name === 'client',
        });
      } catch (error) {
        if (!(error instanceof LessonError)) throw error;
        return this.error(authorError(root, error));
      }
    },
    configureServer(server) {
      server.watcher.add(root);
      const problem = problemIn(root);
      if (problem) report(server, root, problem);
    },
    hotUpdate({ file, server }) {
      if (this.environment.name !== 'client' || !isLesson(file)) return;
      clearTimeout(quiet);
      quiet = setTimeout(() => show(server, root), QUIET_MS);
    },
  };
}

async function moduleText(
  root: string,
  { isOwn, isLean }: { isOwn: boolean; isLean: boolean },
): Promise<string> {
  const { lessons: parsed, id, ...front } = readCourse(root);
  const course = { ...front, id: isOwn ? null : id };
  const { toHtml } = await buildHighlighter();
  const recordings = readRecordings(root);
  const lessons = parsed.map((lesson) =>
    toPageLesson(lesson, recordings.get(lesson.slug) ?? null, toHtml),
  );
  return [
    `export const course = ${JSON.stringify(isLean ? withoutIntroduction(course) : course)};`,
    `export const lessons = ${JSON.stringify(isLean ? withoutHtml(lessons) : lessons)};`,
  ].join('\n');
}

async function codeText(root: string): Promise<string> {
  const { toHtml } = await buildHighlighter();
  const cells = readCourse(root).lessons.flatMap(cellsOf);
  const html = cells.map((cell) => [cell.slug, toHtml(textsOf(cell)['node-redis'], 'typescript')]);
  return `export const codeHtml = ${JSON.stringify(Object.fromEntries(html))};`;
}

async function notebooksText(root: string): Promise<string> {
  const notebooks = await courseNotebooks(readCourse(root), readRecordings(root));
  return `export const notebooks = ${JSON.stringify(Object.fromEntries(notebooks))};`;
}

/** Shows the lessons as they are now on every open page; or what is wrong with them. */
function show(server: ViteDevServer, root: string): void {
  const { moduleGraph, hot } = server.environments.client;
  const problem = problemIn(root);
  if (problem) return report(server, root, problem);
  for (const id of resolved.values()) {
    const tutorial = moduleGraph.getModuleById(id);
    if (tutorial) moduleGraph.invalidateModule(tutorial);
  }
  hot.send({ type: 'full-reload' });
  server.config.logger.info('The lessons have been read again.', { timestamp: true });
}

function problemIn(root: string): LessonError | null {
  try {
    readCourse(root);
    readRecordings(root);
    return null;
  } catch (error) {
    if (error instanceof LessonError) return error;
    throw error;
  }
}

function report({ config, environments }: ViteDevServer, root: string, problem: LessonError): void {
  const err = authorError(root, problem);
  config.logger.error(`${err.message}\n${err.frame}`, { timestamp: true });
  environments.client.hot.send({
    type: 'error',
    err: { ...err, stack: '', plugin: 'streambook:tutorial' },
  });
}

let highlighter: ReturnType<typeof createHighlighter> | null = null;

/** One highlighter for all readings, in the languages that lessons may show. */
function buildHighlighter() {
  highlighter ??= createHighlighter([
    import('shiki/langs/typescript.mjs'),
    import('shiki/langs/python.mjs'),
    import('shiki/langs/shellscript.mjs'),
    import('shiki/langs/json.mjs'),
  ]);
  return highlighter;
}
