import { ROOT } from './root.mjs';

/** @type {[RegExp, string][]} */
const KNOWN = [
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|network/,
    'npm cannot reach its registry: connect to the internet (or set the proxy for npm) and start again.',
  ],
  [/ENOSPC/, 'The disk is full: free about 400 MB and start again.'],
  [
    /EACCES|EPERM|EROFS/,
    `npm may not write to ${ROOT} or to its own cache: make both yours and start again.`,
  ],
  [
    /EUSAGE|can only install packages when/,
    'package.json and package-lock.json disagree: run `npm install` once, then start again.',
  ],
  [/EINTEGRITY/, 'A downloaded package is damaged: run `npm cache clean --force` and start again.'],
];

/**
 * One sentence that says what to do about a failed npm.
 * @param {string} output what npm printed
 */
export function npmFailure(output) {
  const known = KNOWN.find(([pattern]) => pattern.test(output));
  return (
    known?.[1] ?? 'npm could not install the packages: see above what it says, then start again.'
  );
}
