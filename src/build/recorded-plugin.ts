import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { forEachDialect, isDialect } from '../../core/lesson/dialects.ts';
import type { Dialect } from '../../core/lesson/lesson.ts';
import { recordedNotebook } from '../../core/record/recorded-notebook.ts';
import { hasServer } from './has-server.ts';
import { readRecordings } from './read-recordings.ts';

const moduleId = 'virtual:recorded';
const resolvedId = `\0${moduleId}`;

/** Where the recorded runs are served while developing. */
const DEV = /^\/@recorded\/(.+)\.json$/;

/**
 * Gives the page the recorded runs of a folder of lessons as one file for each dialect, to be loaded when
 * there is time. The module `virtual:recorded` says where they are.
 */
export function recordedPlugin(folder: string): Plugin {
  const root = resolve(folder);
  let building = false;
  let isLoaded = false;
  return {
    name: 'streambook:recorded',
    config(config) {
      // Pages without a server have what was recorded in themselves.
      isLoaded = hasServer(config);
    },
    configResolved(config) {
      building = config.command === 'build';
    },
    resolveId(id) {
      return id === moduleId ? resolvedId : null;
    },
    load(id) {
      if (id !== resolvedId) return null;
      const isEmpty = readRecordings(root).size === 0;
      const files = forEachDialect((dialect) => {
        if (isEmpty || !isLoaded || this.environment.name !== 'client') return null;
        if (!building) return `@recorded/${dialect}.json`;
        const source = textOf(root, dialect);
        const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8);
        const fileName = `assets/recorded-${dialect}-${hash}.json`;
        this.emitFile({ type: 'asset', fileName, source });
        return fileName;
      });
      return `export const recordedFiles = ${JSON.stringify(files)};`;
    },
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const dialect = DEV.exec(request.url ?? '')?.[1];
        if (dialect === undefined || !isDialect(dialect)) return next();
        response.setHeader('Content-Type', 'application/json');
        response.end(textOf(root, dialect));
      });
    },
  };
}

function textOf(root: string, dialect: Dialect): string {
  return JSON.stringify(recordedNotebook([...readRecordings(root).values()], dialect));
}
