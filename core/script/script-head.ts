/** The file that `npm pack ./walrus` makes, seen from a project beside the checkout. */
export const WALRUS_FILE = '../streambook/streambook-walrus-0.1.0.tgz';
/** The version of node-redis that cells are written for. */
export const REDIS_VERSION = 6;

/** What the comment at the top of a script tells. */
export interface HeadParts {
  /** What is imported, by the names that stand in the imports. */
  modules: ReadonlySet<string>;
  connects: boolean;
  /** The keys that it changes. */
  keys: readonly string[];
  /** True when nobody knows whether a cell needs what others, which are not part of it, do. */
  mayLack: boolean;
}

/** The comment at the top of a script: how to install what it imports, in one command, and how to run it. */
export function scriptHead(
  file: string,
  { modules, connects, keys, mayLack }: HeadParts,
): string[] {
  const packages = [
    ...(modules.has('walrus') ? [`walrus@file:${WALRUS_FILE}`] : []),
    ...(modules.has('redis') ? [`redis@${REDIS_VERSION}`] : []),
  ];
  const permissions = connects ? ' --allow-net --allow-env' : '';
  return [
    packages.length > 0 ? `npm install ${packages.join(' ')}` : 'There is nothing to install.',
    ...(modules.has('walrus')
      ? [
          '  walrus is not on npm. In a checkout of Streambook, here the folder ../streambook,',
          '  "npm install" and then "npm pack ./walrus" make that file.',
        ]
      : []),
    `node ${file}`,
    `  from Node 22.18 on; before that, npx tsx ${file}`,
    `  or, with Deno: deno run${permissions} ${file}`,
    ...(connects ? ['  REDIS_URL says where Redis is, if not at redis://127.0.0.1:6379.'] : []),
    ...keysLines(keys),
    ...(mayLack
      ? [
          'Of the other cells, those are here that this is known to need. What the rest put into Redis is',
          'not there.',
        ]
      : []),
  ].map((line) => `// ${line}`);
}

function keysLines(keys: readonly string[]): string[] {
  if (keys.length === 0) return [];
  const which = `${keys.length === 1 ? 'key' : 'keys'} ${keys.join(', ')}`;
  const one = keys.length === 1;
  return [
    `It uses the ${which}: it does nothing where ${one ? 'it' : 'one of them'} is there already,`,
    `and removes what it has put under ${one ? 'it' : 'them'} when it ends.`,
  ];
}
