/** What stands around the cells of a script that changes keys. */
export interface FreeKeys {
  /** Ends the script before it has changed anything, when a key is there already. */
  check: string;
  /** Removes the keys, which are the script's own. */
  removal: string;
}

/**
 * A script may be run where somebody has data. So it begins only when none of its keys is there; then
 * everything under them is its own, and can be removed at its end.
 * @param client the expression that reaches the node-redis client
 * @param variable an unused name
 */
export function freeKeys(keys: readonly string[], client: string, variable: string): FreeKeys {
  const list = keys.map((key) => `'${key.replace(/[\\']/g, '\\$&')}'`).join(', ');
  const these = keys.length === 1 ? 'this key' : 'these keys';
  return {
    check: `// What Redis has under ${these} may be somebody's: then nothing is done.
const ${variable} = [${list}];
if ((await ${client}.exists(${variable})) > 0) {
  console.error(
    \`Redis has one of these keys already: \${${variable}.join(', ')}. Remove it, if nobody needs it (a run that \` +
      'failed may have left it), or let REDIS_URL name another Redis.',
  );
  process.exit(1);
}`,
    removal: `await ${client}.del(${variable});`,
  };
}
