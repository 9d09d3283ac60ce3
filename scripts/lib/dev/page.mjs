import { readFile } from 'node:fs/promises';
import { fillTemplate } from '../build/fill-template.mjs';
import { inRoot } from '../root.mjs';
import { problemPage } from './problem-page.mjs';

/**
 * A handler that serves the page from its sources, rendered anew for each request as the build would; or
 * why it cannot be.
 * @param {import('vite').ViteDevServer} vite
 * @param {{ import(url: string): Promise<any> }} sources
 */
export function pageHandler(vite, sources) {
  const servePage = async (/** @type {string} */ url) => {
    const template = await readFile(inRoot('index.html'), 'utf8');
    const { render } = await sources.import('/src/entry-server.ts');
    return vite.transformIndexHtml(url, fillTemplate(template, await render()));
  };
  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   * @param {(error?: unknown) => void} next
   */
  return (request, response, next) => {
    vite.middlewares(request, response, (/** @type {unknown} */ failure) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      if (failure || pathname !== '/') return next(failure);
      servePage(pathname).then(
        (html) => {
          response.setHeader('Content-Type', 'text/html; charset=utf-8');
          response.setHeader('Cache-Control', 'no-store');
          response.end(html);
        },
        (error) => {
          vite.ssrFixStacktrace(error);
          vite.config.logger.error(error.frame ? `${error.message}\n${error.frame}` : error.stack);
          response.statusCode = 500;
          response.setHeader('Content-Type', 'text/html; charset=utf-8');
          response.end(problemPage(error));
        },
      );
    });
  };
}
