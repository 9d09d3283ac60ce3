const REFERENCE = /^\/\/\/ <reference lib="([^"]+)" \/>/gm;

/**
 * A library of the language and all that it refers to, by file name.
 * @throws when one of them is not among `all`
 */
export function librariesFrom(name: string, all: Record<string, string>): Record<string, string> {
  const found: Record<string, string> = {};
  const waiting = [name];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next in found) continue;
    const text = all[next];
    if (text === undefined) throw new Error(`TypeScript has no library ${next}.`);
    found[next] = text;
    for (const [, lib = ''] of text.matchAll(REFERENCE)) waiting.push(`lib.${lib}.d.ts`);
  }
  return found;
}
