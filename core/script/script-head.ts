/** The file that `npm pack ./walrus` makes, seen from a project beside the checkout. */
export const WALRUS_FILE = '../streambook/streambook-walrus-0.1.0.tgz';
/** The version of node-redis that cells are written for. */
export const REDIS_VERSION = 6;

/**
 * The comment at the top of a script: how to install what it imports, in one command, and how to run it.
 * @param modules what is imported, by the names that stand in the imports
 * @param leavesOut true when cells above are not part of it
 */
export function scriptHead(
  file: string,
  modules: ReadonlySet<string>,
  connects: boolean,
  leavesOut: boolean,
): string[] {
  const packages = [
    ...(modules.has('walrus') ? [`walrus@file:${WALRUS_FILE}`] : []),
    ...(modules.has('redis') ? [`redis@${REDIS_VERSION}`] : []),
  ];
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
    ...(connects ? ['  REDIS_URL says where Redis is, if not at redis://127.0.0.1:6379.'] : []),
    ...(leavesOut
      ? [
          'Of the cells above, those are here whose variables this one needs. What the others put into',
          'Redis is not there.',
        ]
      : []),
  ].map((line) => `// ${line}`);
}
