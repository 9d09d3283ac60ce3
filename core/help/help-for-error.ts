import type { Help } from './help.ts';
import type { Topic } from './topic.ts';

/** What an error says, and what helps; `$1` is what the pattern finds. */
const HELP: readonly [RegExp, Topic, string][] = [
  [
    /^ReferenceError: (\S+) is not defined/,
    'undeclared',
    'No cell that has run declares $1: run the one that does, or look at the spelling.',
  ],
  [
    /Identifier '(.+)' has already been declared/,
    'redeclared',
    'Another cell declares $1 with another kind of declaration (function or var against const, let or class): use the same kind, or another name.',
  ],
  [
    /Assignment to constant variable/,
    'constant',
    'It was declared with const: declare it with let to assign it again.',
  ],
  [
    /^TypeError: (?:The field ".*" cannot be |Invalid argument type|"arguments\[\d+\]" must be of type)/s,
    'field-values',
    'Fields of a stream are text: write String(value), and leave out what has no value.',
  ],
  [
    /BUSYGROUP/,
    'busygroup',
    'A group of this name is there already: that is fine, go on using it, or destroy it first.',
  ],
  [
    /NOGROUP/,
    'nogroup',
    'Create the consumer group first; if it was there, its stream has been deleted or emptied.',
  ],
  [
    /WRONGTYPE/,
    'wrongtype',
    'This key holds another type of value: use another key, or delete it first.',
  ],
  [
    /equal or smaller than the target stream top item|The ID specified in XADD must be greater/,
    'ids-rise',
    'Ids in a stream must rise, even after deletes: let Redis choose the id, or clear the stream.',
  ],
  [
    /Invalid stream ID/,
    'ids',
    'The id of an entry is two numbers with a hyphen between them, as in 1539008903588-0: milliseconds and a sequence number.',
  ],
  [
    /The > ID can be specified only/,
    'ids',
    'Only a consumer of a group can read from >. Without a group, give the last id that you have seen, or $ with block.',
  ],
  [/NOPERM/, 'noperm', 'In this notebook every learner may use data commands only.'],
  [/OOM command not allowed/, 'oom', 'This Redis is full: delete or trim something, then go on.'],
  [
    /^TypeError: (?:.*\.)?(\S+) is not a function/,
    'unknown-method',
    'There is no method $1 on this: look at its spelling, and whether what stands before it was awaited.',
  ],
  [
    /^TypeError: Cannot read properties of undefined \(reading '(.+)'\)/,
    'of-undefined',
    'What stands before .$1 is undefined: a list may be empty, or a name misspelt.',
  ],
  [
    /^TypeError: (?:Cannot read properties of null|.*\bnull\b.* is not iterable|Cannot destructure .* null)/s,
    'null-reply',
    'Something is null where an object was expected. node-redis gives null for a key that is not there and for a read that finds nothing: look before you use it, or write ?? [] after the call.',
  ],
];

/** What helps against an error; null for one that is not known. */
export function helpForError(name: string, message: string): Help | null {
  const text = `${name}: ${message}`;
  for (const [pattern, topic, help] of HELP) {
    const match = pattern.exec(text);
    if (match) return { topic, text: help.replace('$1', match[1] ?? '') };
  }
  return null;
}
