import { REDIS_VERSION } from '../script/script-head.ts';

/** The file with the library that a notebook writes beside itself. */
export const LIBRARY_FILE = 'walrus.js';

/** How Deno is told where the modules are that cells import. */
export const DENO_NAMES: ReadonlyMap<string, string> = new Map([
  ['walrus', `./${LIBRARY_FILE}`],
  ['redis', `npm:redis@${REDIS_VERSION}`],
]);

/** A text of a notebook for Deno with the names that modules have in Streambook. */
export function withOwnNames(text: string): string {
  return text
    .replace(/(["'])\.\/walrus\.js\1/g, '$1walrus$1')
    .replace(/(["'])npm:redis(?:@[^"'\s]*)?\1/g, '$1redis$1')
    .replace(/\bDatabase\.connect\(process\.env\.REDIS_URL\)/g, 'Database.connect()')
    .replace(/\bcreateClient\(\{ url: process\.env\.REDIS_URL \}\)/g, 'createClient()');
}
