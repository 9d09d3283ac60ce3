import * as assert from 'node:assert';
import * as strictAssert from 'node:assert/strict';
import * as buffer from 'node:buffer';
import * as crypto from 'node:crypto';
import * as events from 'node:events';
import * as path from 'node:path';
import * as perfHooks from 'node:perf_hooks';
import * as querystring from 'node:querystring';
import * as stream from 'node:stream';
import * as stringDecoder from 'node:string_decoder';
import * as url from 'node:url';
import * as util from 'node:util';
import * as walrus from 'walrus';
import { redisModule } from './redis-module.ts';
import { timersModule, timersPromisesModule } from './timers-module.ts';

type Module = object;

/** Everything that a cell can import. Built-ins that touch files, processes or the network are left out. */
const modules = new Map<string, Module>(
  Object.entries({
    walrus,
    redis: redisModule,
    'node:assert': assert,
    'node:assert/strict': strictAssert,
    'node:buffer': buffer,
    'node:crypto': crypto,
    'node:events': events,
    'node:path': path,
    'node:perf_hooks': perfHooks,
    'node:querystring': querystring,
    'node:stream': stream,
    'node:string_decoder': stringDecoder,
    'node:timers': timersModule,
    'node:timers/promises': timersPromisesModule,
    'node:url': url,
    'node:util': util,
  }),
);

/**
 * The module that a cell imports.
 * @param names what the cell takes from it by name; a missing one is an error, as in a real module
 * @throws an Error that says what can be imported
 */
export function load(specifier: string, names: readonly string[] = []): Module {
  const found = modules.get(specifier) ?? modules.get(`node:${specifier}`);
  if (!found) throw new Error(unknownModule(specifier));
  for (const name of names) {
    if (!(name in found)) throw new SyntaxError(unknownExport(specifier, name, Object.keys(found)));
  }
  return found;
}

function unknownModule(specifier: string): string {
  const available = [...modules.keys()].map((name) => name.replace(/^node:/, ''));
  return `There is no module "${specifier}" in this notebook. A cell can import: ${available.join(', ')}.`;
}

function unknownExport(specifier: string, name: string, exports: string[]): string {
  const same = exports.find((other) => other.toLowerCase() === name.toLowerCase());
  const near = same ?? exports.find((other) => isNear(other.toLowerCase(), name.toLowerCase()));
  const hint = near ? ` Did you mean ${near}?` : '';
  return `The module "${specifier}" has no export named ${name}.${hint}`;
}

/** One letter more, less, other, or two exchanged. */
function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const restA = a.slice(start);
  const restB = b.slice(start);
  return (
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    restA.slice(1) === restB.slice(1) ||
    (restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0])
  );
}
