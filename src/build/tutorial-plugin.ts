import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { LessonError } from '../../core/lesson/lesson-error.ts';
import { parseTutorial } from '../../core/lesson/parse-tutorial.ts';
import { createHighlighter } from '../highlight/highlighter.ts';
import { withoutHtml, type PageLesson } from '../tutorial/page-lesson.ts';
import { toPageLesson } from '../tutorial/to-page-lesson.ts';

const moduleId = 'virtual:tutorial';
const resolvedId = `\0${moduleId}`;

/**
 * Gives the page the tutorial as the module `virtual:tutorial`. A lesson that changes is read again;
 * a mistake in one is reported with its file and line.
 */
export function tutorialPlugin(folder: string): Plugin {
  const root = resolve(folder);
  const isLesson = (file: string) => dirname(file) === root && file.endsWith('.md');
  let building = false;
  return {
    name: 'streambook:tutorial',
    configResolved(config) {
      building = config.command === 'build';
    },
    resolveId(id) {
      return id === moduleId ? resolvedId : null;
    },
    async load(id) {
      if (id !== resolvedId) return null;
      const files = (await readdir(root)).filter((name) => name.endsWith('.md'));
      for (const name of files) this.addWatchFile(resolve(root, name));
      try {
        const lessons = await readLessons(root, files);
        // In development the browser must be able to draw a lesson anew, so it gets the HTML too.
        const isLean = building && this.environment.name === 'client';
        return `export const lessons = ${JSON.stringify(isLean ? withoutHtml(lessons) : lessons)};`;
      } catch (error) {
        if (!(error instanceof LessonError)) throw error;
        const { message, line } = error;
        const file = resolve(root, basename(error.file));
        return this.error({ message, id: file, loc: { file, line, column: 0 } });
      }
    },
    configureServer(server) {
      server.watcher.add(root);
    },
    hotUpdate({ file, modules }) {
      if (!isLesson(file)) return undefined;
      const tutorial = this.environment.moduleGraph.getModuleById(resolvedId);
      return tutorial ? [...modules, tutorial] : undefined;
    },
  };
}

async function readLessons(root: string, names: string[]): Promise<PageLesson[]> {
  const files = await Promise.all(
    names.map(async (name) => ({
      name: `${basename(root)}/${name}`,
      text: await readFile(resolve(root, name), 'utf8'),
    })),
  );
  const { toHtml } = await buildHighlighter();
  return parseTutorial(files).map((lesson) => toPageLesson(lesson, toHtml));
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
