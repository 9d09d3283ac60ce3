/** What an error is called that says that an exercise is not solved. */
export const NOT_YET = 'NotYet';

/**
 * The check of an exercise as a cell: a function with a connection of its own as `redis`, which is
 * written in the same way whatever the cell's dialect. Nothing in it becomes a name of the notebook.
 * @param check what it returns, if anything, says what is missing
 */
export function checkProgram(check: string): string {
  return `{ const redis = await (await import('redis')).createClient().on('error', () => undefined).connect(); try { await (async () => {
${check}
})().then((missing) => { if (missing) throw Object.assign(new Error(String(missing)), { name: '${NOT_YET}' }); }); } finally { redis.destroy(); } }`;
}
