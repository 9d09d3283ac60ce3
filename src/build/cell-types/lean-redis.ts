/** The shape in which node-redis 6 types a reply of XREAD under RESP 3. */
const LOOSE_REPLY = /\{\s*name: any;\s*messages: any;\s*\}\[\] \| null/;

const STREAMS_REPLY =
  '{ name: string; messages: { id: string; message: Record<string, string> }[] }[] | null';

/**
 * The types of node-redis as the editor needs them: each command under one name instead of two
 * (`xAdd` and not also `XADD`), a type for replies of XREAD where the package has `any`, without the
 * modules of Redis Stack, which no learner has, and without indentation.
 * @throws when the package has changed so much that one of these has nothing to do
 */
export function leanRedis(path: string, text: string): string {
  let lean = text;
  if (path.endsWith('lib/commands/index.d.ts')) lean = withoutCapitals(lean);
  if (path.endsWith('generic-transformers.d.ts')) {
    lean = replaced(lean, LOOSE_REPLY, STREAMS_REPLY, 'the loose type of XREAD replies');
  }
  if (path === 'redis/index.d.ts') lean = withoutStack(lean);
  return lean.replace(/^\/\/(\/ <|#).*$/gm, '').replace(/^[ \t]+/gm, '');
}

function withoutCapitals(text: string): string {
  // A member in capitals, from the comment before it to its closing brace.
  const member = /^ {4}\/\*\*(?:(?!\*\/)[^])*\*\/\n {4}readonly [A-Z0-9_]+: \{\n[^]*?\n {4}\};\n/gm;
  return replaced(text, member, '', 'commands in capitals');
}

function withoutStack(text: string): string {
  const modules = /declare const modules: \{[^]*?\n\};/;
  const noModules = replaced(text, modules, 'declare const modules: {};', 'the modules');
  return noModules.replace(/^export \* from '@redis\/(?!client').*$/gm, '');
}

function replaced(text: string, pattern: RegExp, by: string, what: string): string {
  const result = text.replace(pattern, by);
  if (result === text) throw new Error(`The types of node-redis do not have ${what} any more.`);
  return result;
}
