import { readFileSync } from 'node:fs';
import { inRoot } from './root.mjs';

/**
 * A sentence when this Node.js is older than the project needs, else null.
 * @param {string} actual as process.versions.node has it
 * @param {string} wanted as package.json's engines.node has it: `>=20.19`
 */
export function tooOld(actual, wanted) {
  const need = wanted.replace(/^\D*/, '').split('.').map(Number);
  const have = actual.split('.').map(Number);
  const first = need.findIndex((part, index) => part !== (have[index] ?? 0));
  if (first === -1 || (have[first] ?? 0) > (need[first] ?? 0)) return null;
  return `Streambook needs Node.js ${need.join('.')} or newer and this is ${actual}: install a newer one from https://nodejs.org and start again.`;
}

/** Ends the process with that sentence when this Node.js is too old. */
export function requireNode() {
  const { engines } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  const sentence = tooOld(process.versions.node, engines.node);
  if (sentence === null) return;
  console.error(sentence);
  process.exit(1);
}
