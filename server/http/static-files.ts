import type { IncomingMessage, ServerResponse } from 'node:http';
import sirv from 'sirv';

export type Handler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
) => unknown;

/** The built page: compressed files where there are any, hashed ones kept by the browser for good. */
export function staticFiles(folder: string): Handler {
  return sirv(folder, {
    etag: true,
    brotli: true,
    gzip: true,
    setHeaders(response, path) {
      const hashed = path.startsWith('/assets/');
      response.setHeader(
        'Cache-Control',
        hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
}
